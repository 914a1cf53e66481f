import type { Root } from 'hast';
import type { Note } from '../draft.ts';
import { elementsOf, textOf } from '../html/html-tree.ts';
import { plain } from '../plain.ts';

const blocks = new Set('p h1 h2 h3 h4 h5 h6 li blockquote figcaption pre td dd dt'.split(' '));
const framing = new Set(['nav', 'footer', 'aside', 'form', 'button']);

/** As many are named; the others are only counted. */
const NAMED = 20;

/**
 * What stood in the page's article and does not in the copy. A paragraph as long as one of an
 * article is a doubt; lines to share, subscribe and the like are not.
 */
export function listResidue(page: Root, kept: string): Note[] {
  const copy = plain(kept);
  const left: Note[] = [];
  const seen = new Set<string>();
  for (const { element, ancestors } of elementsOf(page)) {
    if (!blocks.has(element.tagName)) continue;
    if (!ancestors.some(({ tagName }) => tagName === 'article' || tagName === 'main')) continue;
    if (ancestors.some(({ tagName }) => blocks.has(tagName))) continue;
    const words = textOf(element);
    const key = plain(words);
    if (key === '' || seen.has(key) || copy.includes(key)) continue;
    seen.add(key);
    const framed = ancestors.some(({ tagName }) => framing.has(tagName));
    const line = element.position?.start.line;
    left.push({
      ...(line !== undefined && { line }),
      field: 'left out',
      message: JSON.stringify(words.length > 80 ? `${words.slice(0, 80)}…` : words),
      certainty: words.length > 80 && !framed ? 'doubtful' : 'likely',
    });
  }
  if (left.length <= NAMED) return left;
  const message = `${left.length - NAMED} more lines of the page`;
  return [...left.slice(0, NAMED), { field: 'left out', message, certainty: 'doubtful' }];
}
