import type { Element, ElementContent, Text } from 'hast';
import { element, isElement } from './block.ts';

/** What separates a name or date from what follows it: `: `, ` - `, ` – `; not the colon of a time. */
const separator =
  /^(?:[ \t\n\u00a0\u202f]*(?::(?!\d)|：)[ \t\n]*|[ \t\n]+[-–―][ \t\n]+|[ \t\n]*(?:—|--)[ \t\n]*)/u;

/** What separates a name in bold from what follows it: also a comma. */
export const separatorOrComma = new RegExp(`${separator.source}|^[,،、，][ \\t\\n]*`, 'u');

/** The items of a list in a content, and of nothing deeper. */
export function itemsOf(list: Element): Element[] {
  return list.children.filter((child) => isElement(child, 'li'));
}

/** What holds the words of an item: its first paragraph, else the item. */
export function headOf(item: Element): Element {
  const first = item.children.find(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  );
  return isElement(first, 'p') ? first : item;
}

/** The index of the first child that is not white space. */
export function firstWord(parent: Element, from = 0): number {
  return parent.children.findIndex(
    (child, index) => index >= from && !(child.type === 'text' && child.value.trim() === ''),
  );
}

/**
 * Puts the separator at the start of a text into an element of its own, which style sheets hide. So
 * it is still read where there are none.
 */
export function cutSeparator(parent: Element, index: number, pattern = separator): void {
  const node = parent.children[index];
  if (node?.type !== 'text') return;
  const found = pattern.exec(node.value)?.[0];
  if (found === undefined) return;
  const rest: Text = { ...node, value: node.value.slice(found.length) };
  parent.children.splice(index, 1, separatorOf(found), rest);
}

/** Where a separator starts in a text, from an index on; -1 if there is none. */
export function findSeparator(text: string, from = 0): number {
  for (let index = from; index < text.length && index < 120; index++)
    if (separator.test(text.slice(index, index + 8))) return index;
  return -1;
}

function separatorOf(value: string): ElementContent {
  return element('span', ['separator'], [{ type: 'text', value }]);
}
