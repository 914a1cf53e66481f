import type { Element, Root } from 'hast';
import { visitElements } from '../visit-elements.ts';

/** Takes out paragraphs that hold nothing but white space. */
export function dropBlank(tree: Root): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'p' || !isBlank(node)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function isBlank(node: Element): boolean {
  return node.children.every((child) =>
    child.type === 'text'
      ? child.value.trim() === ''
      : child.type === 'element' && child.tagName === 'p' && isBlank(child),
  );
}
