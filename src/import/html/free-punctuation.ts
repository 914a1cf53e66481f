import type { Emphasis, Nodes, PhrasingContent, Strong, Text } from 'mdast';
import { visit } from 'unist-util-visit';

const pairs = [
  '“”',
  '‘’',
  '""',
  "''",
  '「」',
  '『』',
  '《》',
  '〈〉',
  '()',
  '（）',
  '«»',
  '„“',
];

/** Characters next to which our Markdown parser lets emphasis begin and end. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uffef]/u;

/**
 * Moves punctuation at the edges of emphasis out of it, in place, if a letter follows or
 * precedes: `**“book”**s` is not emphasis in Markdown, and the serializer would write a letter as
 * an entity (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run). It looks the same.
 * Next to Chinese, Japanese and Korean only pairs move, for programs that do not parse `**“책”**은`
 * as we do; `**책(冊)**은` would lose its closing bracket.
 */
export function freePunctuation(tree: Nodes): void {
  visit(tree, ['strong', 'emphasis'], (node, index, parent) => {
    if (index === undefined || parent === undefined) return;
    free(node as Strong | Emphasis, index, parent.children as PhrasingContent[]);
  });
}

function free(node: Strong | Emphasis, index: number, siblings: PhrasingContent[]): void {
  const [first, last] = [node.children[0], node.children.at(-1)];
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  if (first?.type !== 'text' || last?.type !== 'text') return;
  const opening = /^\p{P}+/u.exec(first.value)?.[0] ?? '';
  const closing = /\p{P}+$/u.exec(last.value)?.[0] ?? '';
  const isPair = pairs.includes(`${opening}${closing}`);
  const [left, right] = [letterAt(before, atEnd), letterAt(after, atStart)];
  const ends = closing.slice(-1) + right;
  const begins = left + opening.charAt(0);
  const closes = closing !== '' && right !== '' && (isPair || !eastAsian.test(ends));
  const opens = opening !== '' && left !== '' && (isPair || !eastAsian.test(begins));
  if (!closes && !opens) return;
  if (first === last && first.value.length <= opening.length + closing.length) return;
  if (opens || isPair) {
    first.value = first.value.slice(opening.length);
    putBeside(siblings, index, opening, 'before');
  }
  if (closes || isPair) {
    last.value = last.value.slice(0, -closing.length);
    putBeside(siblings, siblings.indexOf(node), closing, 'after');
  }
}

const atStart = /^[\p{L}\p{N}]/u;
const atEnd = /[\p{L}\p{N}]$/u;

function letterAt(node: PhrasingContent | undefined, edge: RegExp): string {
  return node?.type === 'text' ? (edge.exec(node.value)?.[0] ?? '') : '';
}

/** Whether a letter is directly next to emphasis. */
export function hasJoinedEmphasis(tree: Nodes): boolean {
  let found = false;
  visit(tree, 'emphasis', (_, index = 0, parent) => {
    const siblings = (parent?.children ?? []) as PhrasingContent[];
    found ||=
      letterAt(siblings[index - 1], atEnd) !== '' ||
      letterAt(siblings[index + 1], atStart) !== '';
  });
  return found;
}

function putBeside(
  siblings: PhrasingContent[],
  index: number,
  value: string,
  side: 'before' | 'after',
): void {
  const beside = siblings[side === 'before' ? index - 1 : index + 1];
  if (beside?.type !== 'text') {
    const text: Text = { type: 'text', value };
    siblings.splice(side === 'before' ? index : index + 1, 0, text);
  } else beside.value = side === 'before' ? beside.value + value : value + beside.value;
}
