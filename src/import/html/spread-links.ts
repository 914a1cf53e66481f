import type { Element, ElementContent, Root } from 'hast';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';

/** Elements before and after which lines end. */
export const spacedBlocks =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

const blocks =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|footer|h[1-6]|header|hgroup|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/u;

/**
 * Moves a link around blocks into each of them, in place: Markdown links are inline. A figure
 * stays whole.
 */
export function spreadLinks(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'element') spreadLinks(child);
    const isSpread = child.type === 'element' && child.tagName === 'a' && holdsBlock(child);
    if (isSpread) children.push(...linkWithin(child.children, child));
    else children.push(child);
  }
  parent.children = children;
}

function holdsBlock(link: Element): boolean {
  return (
    attributeOf(link, 'href') !== '' &&
    [...elementsOf(link)].some(
      ({ element, ancestors }) =>
        blocks.test(element.tagName) && !ancestors.some(({ tagName }) => tagName === 'figure'),
    )
  );
}

function linkWithin(nodes: readonly ElementContent[], link: Element): ElementContent[] {
  const made: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const isShown = run.some((node) => textOf(node) !== '' || node.type === 'element');
    made.push(...(isShown ? [{ ...link, children: run }] : run));
    run = [];
  };
  for (const node of nodes) {
    const isOuter =
      node.type === 'element' &&
      (blocks.test(node.tagName) ||
        (node.tagName !== 'figure' && holdsBlock({ ...link, children: [node] })));
    if (!isOuter) {
      run.push(node);
      continue;
    }
    close();
    node.children = linkWithin(node.children, link);
    made.push(node);
  }
  close();
  return made;
}
