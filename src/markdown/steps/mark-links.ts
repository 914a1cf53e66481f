import type { ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { kindOfAddress } from '../address.ts';

/** Links to other sites say so; what leads nowhere and is no anchor is plain text. */
export function markLinks(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    const { href, id } = node.properties;
    if (href === undefined && id === undefined) {
      parent.children.splice(index, 1, ...(node.children as ElementContent[]));
      return index;
    }
    if (typeof href === 'string' && kindOfAddress(href) === 'web')
      node.properties['rel'] = ['external', 'noopener'];
    return undefined;
  });
}
