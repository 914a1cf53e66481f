import { Defuddle } from 'defuddle/node';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { elementsOf } from '../html/html-tree.ts';
import { restoreText } from './protect-text.ts';

/** Elements of a page beyond which looking for patterns in its text takes minutes. */
const PATTERNED = 3000;

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * The main text of a cleaned page, as defuddle finds it, as a tree. Nothing is fetched, and the
 * address decides nothing but what relative ones are held against. `whole` takes all of the
 * page's one <main>, or <article>, as text, whatever its parts look like.
 */
export async function extractText(
  page: Root,
  address: string | undefined,
  whole = false,
): Promise<Root> {
  const { document } = parseHTML(toHtml(page));
  // What defuddle asks of a browser and linkedom does not have.
  const asked = document as unknown as {
    styleSheets?: unknown[];
    defaultView?: { getComputedStyle?: () => { display: string } };
  };
  asked.styleSheets ??= [];
  if (asked.defaultView) asked.defaultView.getComputedStyle ??= () => ({ display: '' });
  const { content } = await Defuddle(document as unknown as Document, address, {
    useAsync: false,
    includeReplies: false,
    removeSmallImages: false,
    removeContentPatterns: [...elementsOf(page)].length < PATTERNED,
    ...(whole && keepAll(document)),
  });
  const text = fragments.parse(content);
  restoreText(text);
  return text;
}

function keepAll(document: { querySelectorAll(selector: string): ArrayLike<unknown> }) {
  const selector = ['main', 'article'].find(
    (name) => document.querySelectorAll(name).length === 1,
  );
  return {
    ...(selector !== undefined && { contentSelector: selector }),
    removeLowScoring: false,
    removeContentPatterns: false,
  };
}
