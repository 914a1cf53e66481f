import type { Nodes, Root } from 'mdast';
import type { Depth } from './measure-nesting.ts';

/** Elements that need no end tag: what follows is not within them. */
const unclosed: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'rt',
  'rp',
  'colgroup',
  'caption',
]);
const tag = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/giu;

/**
 * How deep a Markdown tree is: quotations, items and inline marks in each other, or tags of
 * raw HTML that are open at once. Without recursion, so it says so where the steps after
 * it would overflow the stack.
 */
export function deepestNode(tree: Root): Depth {
  let deepest: Depth = { nesting: 0, line: 1 };
  let tags = 0;
  const stack: { node: Nodes; nesting: number }[] = [{ node: tree, nesting: 0 }];
  const note = (node: Nodes, nesting: number): void => {
    if (nesting > deepest.nesting) deepest = { nesting, line: node.position?.start.line ?? 1 };
  };
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node } = item;
    const nesting = item.nesting + (counts(node) ? 1 : 0);
    note(node, nesting);
    if (node.type === 'html') {
      for (const match of node.value.matchAll(tag)) {
        if (unclosed.has((match[2] ?? '').toLowerCase())) continue;
        tags = match[1] === '/' ? Math.max(0, tags - 1) : tags + 1;
        note(node, tags);
      }
    }
    if (!('children' in node)) continue;
    // Backwards, so that they come off the stack in order.
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push({ node: child, nesting });
    }
  }
  return deepest;
}

function counts({ type }: Nodes): boolean {
  return !(
    type === 'root' ||
    type === 'list' ||
    type === 'paragraph' ||
    type === 'text' ||
    type === 'html'
  );
}
