import type { ElementContent, Root } from 'hast';
import { isVisible } from '../characters.ts';
import { visitElements } from '../visit-tree.ts';

/** Removes empty links, and paragraphs without visible content. */
export function dropBlank(tree: Root): void {
  visitElements(tree, (node, index, parent) => {
    const { id, name } = node.properties;
    const isAnchor = id !== undefined || name !== undefined;
    const isDropped = node.tagName === 'p' || (node.tagName === 'a' && !isAnchor);
    if (!isDropped || !node.children.every(isBlank)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return !isVisible(node.value);
  if (node.type !== 'element') return false;
  const { id, name } = node.properties;
  if (id !== undefined || name !== undefined) return false;
  return /^(?:p|a|span|b|i|em|strong)$/u.test(node.tagName) && node.children.every(isBlank);
}
