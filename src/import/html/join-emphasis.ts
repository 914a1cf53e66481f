import type { Nodes, PhrasingContent, Strong } from 'mdast';
import { visit } from 'unist-util-visit';

const emphasised = new Set(['strong', 'emphasis', 'delete']);

/**
 * Makes one of emphasis that follows emphasis of its kind, in place: Markdown would read the marks
 * between (`**a****b**`) as text.
 */
export function joinEmphasis(tree: Nodes): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const joined: PhrasingContent[] = [];
    for (const child of node.children as PhrasingContent[]) {
      const before = joined.at(-1);
      if (before && before.type === child.type && emphasised.has(child.type))
        (before as Strong).children.push(...(child as Strong).children);
      else joined.push(child);
    }
    node.children = joined as never[];
  });
}
