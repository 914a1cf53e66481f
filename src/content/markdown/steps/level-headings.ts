import type { Element, ElementContent, Root } from 'hast';
import { isVisible } from '../characters.ts';
import { collapse, inlineElements, toPlainText } from '../plain-text.ts';
import { eachElement, visitElements } from '../visit-tree.ts';

const depths: ReadonlyMap<string, number> = new Map(
  [1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, depth]),
);

/** The level of a heading, 1 to 6; undefined for other elements. */
export function headingDepth({ tagName }: Element): number | undefined {
  return depths.get(tagName);
}

/**
 * Changes headings to h2-h4, below the headline. A heading is one level below the nearest
 * earlier heading of a higher level, or h2 if there is none, and h4 at most. So h1, h3, h4
 * become h2, h3, h4, and consecutive headings of one level keep one level. A heading without
 * words becomes a paragraph, or is removed if it is empty.
 */
export function levelHeadings(tree: Root): void {
  const headings: { node: Element; depth: number }[] = [];
  visitElements(tree, (node, index, parent) => {
    const depth = headingDepth(node);
    if (depth === undefined || isInterface(node)) return undefined;
    if (isVisible(headingText(node))) {
      headings.push({ node, depth });
    } else if (node.children.some((child) => child.type !== 'text')) {
      node.tagName = node.children.every(isInline) ? 'p' : 'div';
    } else {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });

  const above: { depth: number; level: number }[] = [];
  for (const { node, depth } of headings) {
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const level = Math.min((above.at(-1)?.level ?? 1) + 1, 4);
    above.push({ depth, level });
    node.tagName = `h${level}`;
  }
}

/** The text of a heading in one line; the text of its pictures if it has no other. */
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

/** The title of the footnotes is not part of the article. */
function isInterface(node: Element): boolean {
  return String(node.properties['id'] ?? '').startsWith('ui-');
}
