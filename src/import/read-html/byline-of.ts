import type { Element } from 'hast';
import { attributeOf, textOf } from '../html/html-tree.ts';
import type { Fact } from './fact.ts';

/** The names in what looks like the line below a headline. */
export function bylineOf(
  element: Element,
  rel: string[],
  href: string,
  at: { line?: number },
): Fact[] {
  const isLink = element.tagName === 'a' && rel.includes('author');
  const isLine = /(?:^| )(?:byline|author-name|article-author|writer)(?: |$)/iu.test(
    attributeOf(element, 'className'),
  );
  if (!isLink && !isLine) return [];
  const value = textOf(element);
  if (value.length > 120 || isSentence(value)) return [];
  const from = isLink ? 'rel=author' : `class=${attributeOf(element, 'className')}`;
  return [
    { kind: 'author', value, from, seen: true, ...(isLink && href && { url: href }), ...at },
  ];
}

/** Whether a line is more than names: its author may have written it all the same. */
function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return words > 14 || (words > 6 && /\p{L}{3,}[.!?。！？]["”’」』)]*$/u.test(text));
}
