import { Defuddle } from 'defuddle/node';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { spreadLinks } from '../html/spread-links.ts';
import { countWords, visibleText } from './page-words.ts';
import { protectText, restoreText } from './protect-text.ts';

const fragments = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Switches off what defuddle removes or changes, except the forms of footnotes, code and
 * headings.
 */
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
 * Converts an article's footnotes, code listings and formulas to standard forms; returns the
 * article unchanged if that would lose a word or a picture. Fetches nothing.
 */
export async function standardize(article: Element): Promise<Root> {
  const own: Root = { type: 'root', children: article.children };
  spreadLinks(own);
  const words = countWords(visibleText(own));
  const links = linksIn(own);
  protectText(own);
  const children = own.children as Element['children'];
  const main: Element = { ...article, tagName: 'main', properties: {}, children };
  const html = `<!doctype html><html><head></head><body>${toHtml(main)}</body></html>`;
  restoreText(own);
  const { document } = parseHTML(html);
  // Browser APIs that defuddle calls and linkedom lacks.
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
    linkPictures(text, links);
    const found = countWords(visibleText(text));
    const isWhole = [...words].every(([word, count]) => (found.get(word) ?? 0) >= count);
    const hasPictures = sameAddresses(picturesIn(own), picturesIn(text));
    const kept = new Set(linksIn(text).map(({ href }) => href));
    const hasLinks = links.every(({ href }) => href.startsWith('#') || kept.has(href));
    const isSame = isWhole && hasPictures && hasLinks && isNoLonger(words, found);
    return isSame ? text : own;
  } catch {
    return own;
  }
}

interface Link {
  readonly href: string;
  /** The URL of the picture in it. */
  readonly picture: string | undefined;
}

/** Links with visible content. */
function linksIn(tree: Root): Link[] {
  return [...elementsOf(tree)].flatMap(({ element }) => {
    const href = attributeOf(element, 'href');
    if (element.tagName !== 'a' || href === '') return [];
    const inner = [...elementsOf(element)].find(
      ({ element: { tagName } }) => tagName === 'img',
    );
    const picture = inner && attributeOf(inner.element, 'src');
    return picture === undefined && visibleText(element) === '' ? [] : [{ href, picture }];
  });
}

/** Restores links around pictures, which defuddle removes. */
function linkPictures(tree: Root, links: readonly Link[]): void {
  const byPicture = new Map(links.map(({ href, picture }) => [picture, href]));
  for (const { element, ancestors } of [...elementsOf(tree)]) {
    const href = element.tagName === 'img' && byPicture.get(attributeOf(element, 'src'));
    if (!href || ancestors.some(({ tagName }) => tagName === 'a')) continue;
    const picture = { ...element };
    Object.assign(element, { tagName: 'a', properties: { href }, children: [picture] });
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

/** Footnote marks may be repeated, but no passage. */
function isNoLonger(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>) {
  let more = 0;
  for (const [word, count] of after)
    if (/\p{L}/u.test(word)) more += Math.max(0, count - (before.get(word) ?? 0));
  return more === 0;
}
