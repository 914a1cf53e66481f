import type { Element, Root } from 'hast';
import { toPlainText } from '../plain-text.ts';
import { eachElement, visitElements } from '../visit-tree.ts';
import { headingDepth } from './level-headings.ts';

/**
 * Puts each table into a box that scrolls, also with the keyboard, and therefore needs a name:
 * the table's caption, else its head, else the heading above. Alignment becomes a class,
 * because `align` is obsolete and `style` is not allowed.
 */
export function wrapTables(tree: Root): void {
  const wrapped = new Set<Element>();
  const labels = new Map<string, number>();
  let heading: Element | undefined;
  let headingWords = '';
  visitElements(tree, (node, index, parent) => {
    const { align } = node.properties;
    if (align !== undefined) {
      delete node.properties['align'];
      node.properties['className'] = [`align-${String(align)}`];
    }
    if (headingDepth(node) !== undefined) heading = node;
    if (node.tagName !== 'table' || wrapped.has(node)) return undefined;
    wrapped.add(node);
    if (heading) headingWords = toPlainText(heading);
    heading = undefined;
    const label = tableLabel(node, parent) || headingWords;
    const times = (labels.get(label) ?? 0) + 1;
    labels.set(label, times);
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['table-scroll'],
        // A region without a name, or with the name of another, is worse than none.
        ...(label && { role: 'region', ariaLabel: times > 1 ? `${label} (${times})` : label }),
        tabIndex: 0,
      },
      children: [node],
    };
    return index; // continues inside the box
  });
}

function tableLabel(table: Element, parent: Element | Root): string {
  let caption = captionOf(parent);
  const head: string[] = [];
  eachElement(table, (node) => {
    if (node.tagName === 'caption') caption ||= toPlainText(node);
    else if (node.tagName === 'th' && node.properties['scope'] !== 'row')
      head.push(toPlainText(node));
  });
  return caption || head.filter((words) => words !== '').join(', ');
}

function captionOf(parent: Element | Root): string {
  if (parent.type === 'root' || parent.tagName !== 'figure') return '';
  const caption = parent.children.find(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  return caption ? toPlainText(caption) : '';
}
