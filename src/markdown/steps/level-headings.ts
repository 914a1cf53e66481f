import type { Element, ElementContent, Root } from 'hast';
import { collapse, inlineElements, toPlainText } from '../plain-text.ts';
import { eachElement, visitElements } from '../visit-elements.ts';

/** The depth of a heading, 1 to 6; nothing for other elements. */
export function headingDepth(node: Element): number | undefined {
  return /^h[1-6]$/u.test(node.tagName) ? Number(node.tagName[1]) : undefined;
}

/**
 * Brings headings to h2-h4, below the headline. The depths in use are counted off from
 * h2, all below the third are h4, and no heading is more than one deeper than the one
 * before it: h1, h3, h4 become h2, h3, h4, and so do h2, h3, h4. A heading without words
 * is none: it becomes a paragraph if it holds anything, else it goes.
 */
export function levelHeadings(tree: Root): void {
  const headings: { node: Element; depth: number }[] = [];
  visitElements(tree, (node, index, parent) => {
    const depth = headingDepth(node);
    if (depth === undefined || isInterface(node)) return undefined;
    if (headingText(node) !== '') {
      headings.push({ node, depth });
    } else if (node.children.some((child) => child.type !== 'text')) {
      node.tagName = node.children.every(isInline) ? 'p' : 'div';
    } else {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });

  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  let before = 1;
  for (const { node, depth } of headings) {
    before = Math.min(2 + depths.indexOf(depth), 4, before + 1);
    node.tagName = `h${before}`;
  }
}

/** Words of a heading, in one line; of its pictures, where it has no others. */
export function headingText(node: Element): string {
  const words = toPlainText(node) || picturesIn(node).map(alternative).join(' ');
  return collapse(words);
}

function isInline(node: ElementContent): boolean {
  return node.type !== 'element' || inlineElements.has(node.tagName) || node.tagName === 'br';
}

function alternative(picture: Element): string {
  return String(picture.properties['alt'] ?? '');
}

function picturesIn(node: Element): Element[] {
  const found: Element[] = [];
  eachElement(node, (child) => {
    if (child.tagName === 'img') found.push(child);
  });
  return found;
}

/** The title of the footnotes is no heading of the copy. */
function isInterface(node: Element): boolean {
  return String(node.properties['id'] ?? '').startsWith('ui-');
}
