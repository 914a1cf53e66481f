import type { Element, Root } from 'hast';
import { type BlockStyle, stylesOf } from '../block-styles.ts';

/** The property that holds the name of a style sheet on its slot. */
export const styleProperty = 'dataStyle';

/** The property of a slot that is before all words of the text. */
export const openingProperty = 'dataOpening';

/** Texts that may end with a link to a style sheet. */
const places: readonly string[] = ['dd', 'li', 'p', 'td'];

/**
 * Marks where a page links each style sheet of blocks: before the first element that needs it, so that
 * browsers show what is above while the file loads. A link is inside the paragraph (or list item, or
 * cell) that ended last, where no rule of a style sheet matches it as a sibling of blocks; if there is
 * none, at the beginning.
 */
export function placeStyles(tree: Root): void {
  const placed = new Set<BlockStyle>();
  const opening: Element[] = [];
  let last: Element | undefined;
  const visit = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type !== 'element') continue;
      for (const style of stylesOf(node)) {
        if (placed.has(style)) continue;
        placed.add(style);
        if (last) last.children.push(slot(style));
        else opening.push(slot(style, true));
      }
      visit(node);
      if (places.includes(node.tagName)) last = node;
    }
  };
  visit(tree);
  tree.children.unshift(...opening);
}

function slot(style: BlockStyle, isOpening = false): Element {
  const properties = { [styleProperty]: style, [openingProperty]: isOpening };
  return { type: 'element', tagName: 'link', properties, children: [] };
}
