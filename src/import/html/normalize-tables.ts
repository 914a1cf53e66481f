import type { Element, ElementContent, Root } from 'hast';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';

/** Length of paragraph text from which a cell is a page column. */
const column = 200;

/**
 * Converts tables to a form that Markdown can express, in place: cells of a layout table become
 * blocks; in data tables each block of a cell becomes a line that ends with <br>.
 */
export function normalizeTables(parent: Root | Element): void {
  for (const child of [...parent.children] as ElementContent[]) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table' && isLayout(child)) unwrap(child);
    normalizeTables(child);
    if (child.tagName === 'td' || child.tagName === 'th') child.children = linesOf(child);
  }
}

/** Whether a table is used for layout. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/u.test(attributeOf(table, 'role'))) return true;
  for (const { element } of elementsOf(table)) {
    if (/^(?:table|h[1-6]|article|main|section|form|nav)$/u.test(element.tagName)) return true;
    if (element.tagName !== 'td') continue;
    const paragraphs = element.children.filter(
      (node): node is Element =>
        node.type === 'element' && /^(?:p|div|figure|blockquote)$/u.test(node.tagName),
    );
    const length = paragraphs.reduce((sum, node) => sum + textOf(node).length, 0);
    if (paragraphs.length > 1 && length > column) return true;
  }
  return false;
}

function unwrap(table: Element): void {
  table.tagName = 'div';
  for (const child of table.children)
    if (
      child.type === 'element' &&
      /^(?:thead|tbody|tfoot|tr|td|th|caption)$/u.test(child.tagName)
    )
      unwrap(child);
}

const blocks =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|li|main|ol|p|pre|section|summary|ul)$/u;

function linesOf(cell: Element): ElementContent[] {
  const lines: ElementContent[][] = [[]];
  const read = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type === 'element' && node.tagName === 'br') lines.push([]);
      else if (node.type === 'element' && blocks.test(node.tagName)) {
        lines.push([]);
        read(node.children);
        lines.push([]);
      } else if (node.type === 'element' && holdsBlock(node)) read(node.children);
      else lines.at(-1)?.push(node);
    }
  };
  read(cell.children);
  const filled = lines.filter((line) =>
    line.some(
      (node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== ''),
    ),
  );
  const end = (): Element => ({
    ...{ type: 'element', tagName: 'br', children: [] },
    properties: { dataCell: '' },
  });
  return filled.flatMap((line, index) => (index === 0 ? line : [end(), ...line]));
}

function holdsBlock(element: Element): boolean {
  return [...elementsOf(element)].some(
    ({ element: inner }) => blocks.test(inner.tagName) || inner.tagName === 'br',
  );
}
