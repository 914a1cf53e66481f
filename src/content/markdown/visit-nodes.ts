import type { Nodes, Parents } from 'mdast';

/** Gives the index of the sibling to go on with, or nothing. */
export type NodeVisitor = (node: Nodes, index: number, parent: Parents) => number | undefined;

/**
 * Shows each node below a node of Markdown to `visitor`, parents first; it may change the tree from
 * there on. (`unist-util-visit` does more and is several times slower.)
 */
export function visitNodes(parent: Parents, visitor: NodeVisitor): void {
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index] as Nodes;
    const next = visitor(node, index, parent);
    if (next !== undefined) {
      index = next;
      continue;
    }
    if ('children' in node) visitNodes(node, visitor);
    index++;
  }
}

/** Shows each node below a node of Markdown to `look`, parents first. */
export function eachNode(parent: Parents, look: (node: Nodes) => void): void {
  for (const node of parent.children) {
    look(node);
    if ('children' in node) eachNode(node, look);
  }
}
