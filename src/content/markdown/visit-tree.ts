import type { Element, Root } from 'hast';
import type { Nodes, Parents } from 'mdast';

/** Gives the index of the sibling to go on with, `skip` to leave out what is within, or nothing. */
export type ElementVisitor = (
  node: Element,
  index: number,
  parent: Element | Root,
) => number | 'skip' | undefined;

/**
 * Shows each element below a node to `visitor`, parents first; it may change the tree from
 * there on. (`unist-util-visit` does more, and took half of the time of a rendering.)
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

/** Shows each element below a node to `look`, parents first. */
export function eachElement(parent: Element | Root, look: (node: Element) => void): void {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    look(node);
    eachElement(node, look);
  }
}

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
