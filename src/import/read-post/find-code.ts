import type { Nodes, Root } from 'mdast';

/** Stretches of a text, from and up to an offset. */
export interface Ranges {
  readonly code: readonly (readonly [from: number, to: number])[];
  readonly html: readonly (readonly [from: number, to: number])[];
}

/** Where Markdown has code, which is never touched, and blocks of HTML. */
export function findCode(root: Root): Ranges {
  const code: [number, number][] = [];
  const html: [number, number][] = [];
  const visit = (node: Nodes, parent?: Nodes) => {
    const { start, end } = node.position ?? {};
    const range: [number, number] = [start?.offset ?? 0, end?.offset ?? 0];
    if (node.type === 'code' || node.type === 'inlineCode') code.push(range);
    if (node.type === 'html' && parent?.type !== 'paragraph' && parent?.type !== 'heading')
      html.push(range);
    if ('children' in node) for (const child of node.children) visit(child, node);
  };
  visit(root);
  return { code, html };
}

/** Whether an offset is in one of `ranges`, which are in order and do not overlap. */
export function isWithin(
  offset: number,
  ranges: readonly (readonly [number, number])[],
): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (ranges[low - 1]?.[1] ?? 0);
}
