import type { Nodes } from 'hast';
import { dropSoftBreaks } from '../plain-text.ts';

/** Elements whose words are on lines of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body br button caption center dd details dialog div dl dt ' +
    'fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr img label legend ' +
    'li main menu nav noscript ol optgroup option p pre search section select summary table ' +
    'tbody td textarea tfoot th thead tr ul'
  ).split(' '),
);

/** Elements whose text is never visible: code, and fallbacks for media. */
const invisible = new Set(
  'script style template head iframe video audio object embed canvas title desc metadata'.split(
    ' ',
  ),
);

export function isBlock(tagName: string): boolean {
  return blocks.has(tagName);
}

/** The visible text of a node; words of different blocks stay separate. */
export function visibleText(node: Nodes): string {
  return dropSoftBreaks(collect(node)).replace(/\s+/gu, ' ').trim();
}

function collect(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && invisible.has(node.tagName)) return '';
  const inner = node.children.map(collect).join('');
  // A reading is a word of its own.
  const isApart =
    node.type === 'element' && (blocks.has(node.tagName) || node.tagName === 'rt');
  return isApart ? ` ${inner} ` : inner;
}

/** Words and numbers of a text, with their counts. */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export function wordsIn(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}
