import { Defuddle } from 'defuddle/node';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { countWords, seenText } from './page-words.ts';
import { protectText, restoreText } from './protect-text.ts';

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/** What defuddle would leave out or change beyond the forms of notes, code and headings. */
const keepAll = {
  useAsync: false,
  removeExactSelectors: false,
  removePartialSelectors: false,
  removeHiddenElements: false,
  removeLowScoring: false,
  removeSmallImages: false,
  removeContentPatterns: false,
} as const;

/**
 * An article's element as a tree whose notes, listings and formulas have one form, whatever the
 * page's own; the element as it is where that would lose a word or a picture. Nothing is fetched.
 */
export async function standardise(article: Element): Promise<Root> {
  const own: Root = { type: 'root', children: article.children };
  const words = countWords(seenText(own));
  protectText(own);
  const main: Element = { ...article, tagName: 'main', properties: {} };
  const html = `<!doctype html><html><head></head><body>${toHtml(main)}</body></html>`;
  restoreText(own);
  const { document } = parseHTML(html);
  // What defuddle asks of a browser and linkedom does not have.
  const asked = document as unknown as {
    styleSheets?: unknown[];
    defaultView?: { getComputedStyle?: () => { display: string } };
  };
  asked.styleSheets ??= [];
  if (asked.defaultView) asked.defaultView.getComputedStyle ??= () => ({ display: '' });
  try {
    const { content } = await Defuddle(document as unknown as Document, undefined, {
      ...keepAll,
      contentSelector: 'body > main',
    });
    const text = fragments.parse(content);
    restoreText(text);
    const found = countWords(seenText(text));
    const isWhole = [...words].every(([word, count]) => (found.get(word) ?? 0) >= count);
    const hasPictures = sameAddresses(picturesIn(own), picturesIn(text));
    return isWhole && hasPictures && isNoLonger(words, found) ? text : own;
  } catch {
    return own;
  }
}

function picturesIn(tree: Root): string[] {
  return [...elementsOf(tree)]
    .filter(({ element }) => element.tagName === 'img')
    .map(({ element }) => attributeOf(element, 'src'));
}

function sameAddresses(before: readonly string[], after: readonly string[]): boolean {
  return before.toSorted().join('\n') === after.toSorted().join('\n');
}

/** Marks of notes may be repeated, but no passage. */
function isNoLonger(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
  let more = 0;
  for (const [word, count] of after)
    if (/\p{L}/u.test(word)) more += Math.max(0, count - (before.get(word) ?? 0));
  return more === 0;
}
