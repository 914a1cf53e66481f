import type { ElementContent, Root } from 'hast';
import { kindOfAddress } from '../address.ts';
import { visitElements } from '../visit-elements.ts';

/** Links to other sites say so; what leads nowhere and is no anchor is plain text. */
export function markLinks(tree: Root): void {
  visitElements(tree, (node, index, parent) => {
    if (node.tagName !== 'a') return undefined;
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
