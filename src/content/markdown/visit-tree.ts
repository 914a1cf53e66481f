import type { Element, Root } from 'hast';
import type { Nodes, Parents } from 'mdast';

/** Returns the index of the next sibling to visit, `skip` to skip the children, or nothing. */
export type ElementVisitor = (
  node: Element,
  index: number,
  parent: Element | Root,
) => number | 'skip' | undefined;

/**
 * Calls `visitor` for each element below a node, parents first. It may change the tree from
 * there on. (`unist-util-visit` does more, and took half of the rendering time.)
 */
export function visitElements(parent: Element | Root, visitor: ElementVisitor): void {
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index];
    if (node?.type === 'element') {
      const next = visitor(node, index, parent);
      if (typeof next === 'number') {
        index = next;
        continue;
      }
      if (next !== 'skip') visitElements(node, visitor);
    }
    index++;
  }
}

/** Calls `look` for each element below a node, parents first. */
export function eachElement(parent: Element | Root, look: (node: Element) => void): void {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    look(node);
    eachElement(node, look);
  }
}

/** Returns the index of the next sibling to visit, or nothing. */
export type NodeVisitor = (node: Nodes, index: number, parent: Parents) => number | undefined;

/**
 * Calls `visitor` for each Markdown node below a node, parents first. It may change the tree
 * from there on. (`unist-util-visit` does more and is several times slower.)
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

/** Calls `look` for each Markdown node below a node, parents first. */
export function eachNode(parent: Parents, look: (node: Nodes) => void): void {
  for (const node of parent.children) {
    look(node);
    if ('children' in node) eachNode(node, look);
  }
}
