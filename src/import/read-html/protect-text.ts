import type { Element, Root, Text } from 'hast';

/**
 * Noncharacters, which pages cannot contain, as placeholders for what extraction would change: it
 * separates words at element boundaries (`<b>책</b>은` -> `책 은`), and drops joiners (of emoji,
 * Persian, Hindi), direction marks and the space before `?` (French).
 */
const JOINT = '\uFDD0';
const SPACED = '\uFDD1';
const PIECE = '\uFDD2';
const kept: readonly [character: string, mark: string][] = [
  ['\u200C', '\uFDD3'],
  ['\u200D', '\uFDD4'],
  ['\u200E', '\uFDD5'],
  ['\u200F', '\uFDD6'],
  ['\u00A0', '\uFDD7'],
  // Each of these would become a node: a page of `<` would need gigabytes.
  ['<', '\uFDD8'],
  ['&', '\uFDD9'],
];

const inline = new Set(
  'a abbr b bdi bdo cite del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span strong time u var'.split(
    ' ',
  ),
);

/** Inserts the placeholders, in place. */
export function protectText(page: Root): void {
  protect(page);
}

/** Replaces the placeholders, and removes spaces inserted between joined pieces, in place. */
export function restoreText(text: Root): void {
  const nodes = textsIn(text);
  const whole = nodes.map(({ value }) => value).join(PIECE);
  const joined = whole
    .replace(new RegExp(`${JOINT}([\\s${PIECE}]*)${JOINT}`, 'gu'), (_, between: string) =>
      between.replace(/\s+/gu, ''),
    )
    .replaceAll(JOINT, '')
    .replaceAll(SPACED, '');
  const values = kept
    .reduce((value, [character, mark]) => value.replaceAll(mark, character), joined)
    .split(PIECE);
  for (const [index, node] of nodes.entries()) node.value = values[index] ?? '';
}

function protect(parent: Root | Element): void {
  if (parent.type === 'element' && ['pre', 'code'].includes(parent.tagName)) {
    for (const text of textsIn(parent))
      text.value = text.value.replaceAll('<', '\uFDD8').replaceAll('&', '\uFDD9');
    return;
  }
  for (const child of parent.children) {
    if (child.type === 'element') protect(child);
    if (child.type === 'text') child.value = mark(child.value);
  }
  for (const [index, left] of parent.children.entries()) {
    const right = parent.children[index + 1];
    if (right === undefined || (left.type === 'text' && right.type === 'text')) continue;
    const before = edgeOf(left, -1);
    const after = edgeOf(right, 0);
    if (!before || !after || /\s$/u.test(before.value) || /^\s/u.test(after.value)) continue;
    before.value += JOINT;
    after.value = JOINT + after.value;
  }
}

function mark(text: string): string {
  if (text.trim() === '') return text;
  const plain = text
    .replace(/[\uFDD0-\uFDD9]/gu, '\uFFFD')
    .replace(/(\s)(?=[,.!?:;])/gu, `$1${SPACED}`);
  return kept.reduce((value, [character, mark]) => value.replaceAll(character, mark), plain);
}

/** The text at the edge of an inline node. */
function edgeOf(node: Root['children'][number], edge: 0 | -1): Text | undefined {
  if (node.type === 'text') return node.value === '' ? undefined : node;
  if (node.type !== 'element' || !inline.has(node.tagName)) return undefined;
  const child = node.children.at(edge);
  return child && edgeOf(child, edge);
}

function textsIn(node: Root | Element): Text[] {
  return node.children.flatMap((child) => {
    if (child.type === 'text') return [child];
    return child.type === 'element' ? textsIn(child) : [];
  });
}
