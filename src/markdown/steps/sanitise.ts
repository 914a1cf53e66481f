import type { Element, Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { sanitiserPolicy } from '../sanitiser-policy.ts';
import { visitElements } from '../visit-elements.ts';

const processor = unified().use(rehypeSanitize, sanitiserPolicy).freeze();

/**
 * A new tree, built from what the policy knows; nothing else reaches a page. Paragraphs and
 * lists of classes that it emptied go with what they held.
 */
export function sanitise(tree: Root): Root {
  const safe = processor.runSync(tree) as Root;
  visitElements(safe, (node, index, parent) => {
    const { className } = node.properties;
    if (Array.isArray(className) && className.length === 0) delete node.properties['className'];
    if (node.tagName !== 'p' || !isBlank(node)) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  return safe;
}

function isBlank(node: Element): boolean {
  return node.children.every((child) => child.type === 'text' && child.value.trim() === '');
}
