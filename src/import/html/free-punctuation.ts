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

/**
 * Takes punctuation at the edges of emphasis out of it, in place, where a letter follows or goes
 * before: `**“책”**은` is no emphasis in Markdown, which would have to write a letter as an entity
 * (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run). It looks the same.
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
  const isJoined = (text: PhrasingContent | undefined, edge: RegExp) =>
    text?.type === 'text' && edge.test(text.value);
  const opening = /^\p{P}+/u.exec(first.value)?.[0] ?? '';
  const closing = /\p{P}+$/u.exec(last.value)?.[0] ?? '';
  const closes = closing !== '' && isJoined(after, /^[\p{L}\p{N}]/u);
  const opens = opening !== '' && isJoined(before, /[\p{L}\p{N}]$/u);
  if (!closes && !opens) return;
  const isPair = pairs.includes(`${opening}${closing}`);
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
