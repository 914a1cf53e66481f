import type { Element, Root } from 'hast';
import { attributeOf, elementsOf } from '../html/html-tree.ts';
import { isLayout } from '../html/normalize-tables.ts';
import { isBlock, visibleText } from './page-words.ts';

/** Elements around an article, or for interaction. */
const around = new Set('nav footer aside form dialog search menu button select'.split(' '));

/** Minimum share of a page's prose that an article has. */
const minShare = 0.8;

/**
 * Finds the element with a page's article: its <article> or <main> if that has most of the prose;
 * otherwise the smallest element that has.
 */
export function findArticle(page: Root): Element | undefined {
  const body = [...elementsOf(page)].find(({ element }) => element.tagName === 'body')?.element;
  if (body === undefined) return undefined;
  const amounts = new Map<Element, number>();
  measure(body, false, amounts);
  const proseOf = (element: Element | undefined) => (element && amounts.get(element)) ?? 0;
  const mains: Element[] = [];
  const articles: Element[] = [];
  for (const { element, ancestors } of elementsOf(body)) {
    const isMain = element.tagName === 'main' || attributeOf(element, 'role') === 'main';
    if (isMain && !ancestors.some((outer) => mains.includes(outer))) mains.push(element);
    const isArticle =
      element.tagName === 'article' || attributeOf(element, 'role') === 'article';
    if (isArticle && !ancestors.some((outer) => articles.includes(outer)))
      articles.push(element);
  }
  const [best] = articles.toSorted((one, other) => proseOf(other) - proseOf(one));
  const [main] = mains.toSorted((one, other) => proseOf(other) - proseOf(one));
  if (best && proseOf(best) > 0 && proseOf(best) >= 0.6 * proseOf(body)) return best;
  const others = articles.reduce((sum, element) => sum + proseOf(element), 0) - proseOf(best);
  // One article among teasers of others, each with a sentence or two.
  if (best && others > 0 && proseOf(best) >= 3 * others) {
    if (!main || proseOf(best) >= 0.5 * proseOf(main)) return best;
  }
  if (main && proseOf(main) > 0 && proseOf(main) >= 0.5 * proseOf(body)) return main;
  let found = body;
  for (;;) {
    const inner = found.children.find(
      (child): child is Element =>
        child.type === 'element' &&
        proseOf(child) > 0 &&
        proseOf(child) >= minShare * proseOf(body),
    );
    if (inner === undefined || !isHolder(inner)) return found;
    if (inner.tagName === 'table' && !isLayout(inner)) return found;
    found = inner;
  }
}

function isHolder({ tagName }: Element): boolean {
  return isBlock(tagName) && !/^(?:p|h\d|ul|ol|dl|li|blockquote|pre|figure)$/u.test(tagName);
}

/** Counts characters of prose below each element: text outside links and outside of `around`. */
function measure(element: Element, isLink: boolean, amounts: Map<Element, number>): number {
  if (around.has(element.tagName)) return 0;
  let sum = 0;
  for (const child of element.children) {
    if (child.type === 'element')
      sum += measure(child, isLink || child.tagName === 'a', amounts);
    else if (child.type === 'text' && !isLink) sum += visibleText(child).length;
  }
  amounts.set(element, sum);
  return sum;
}
