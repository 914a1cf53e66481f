import type { Element, ElementContent, Root } from 'hast';
import { isBox, isInterview } from './blocks/block.ts';
import { isVisible } from './characters.ts';
import { entryClass } from './live-entry.ts';
import { toPlainText } from './plain-text.ts';
import { headingDepth, headingText } from './steps/level-headings.ts';
import { isFootnotes } from './steps/name-footnotes.ts';

export interface OutlineEntry {
  readonly depth: 2 | 3 | 4;
  readonly id: string;
  readonly text: string;
}

/** The headings of the body in order, without those in quotations, boxes, live entries
 * and footnotes. */
export function toOutline(tree: Root): OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  const read = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element' || isApart(child)) continue;
      const depth = headingDepth(child);
      if (depth === 2 || depth === 3 || depth === 4)
        outline.push({ depth, id: String(child.properties['id']), text: headingText(child) });
      else read(child);
    }
  };
  read(tree);
  return outline;
}

function isApart(node: Element): boolean {
  return node.tagName === 'blockquote' || isFootnotes(node) || isBox(node) || isEntry(node);
}

function isEntry({ properties }: Element): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(entryClass);
}

/** Elements whose paragraphs cannot be the lede. */
const asides: ReadonlySet<string> = new Set([
  'blockquote',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'aside',
  'details',
]);

const addressesAlone = /^(?:(?:https?:\/\/|www\.)\S+ ?)+$/iu;

/**
 * The text of the first paragraph of the body, or an empty string. Skips paragraphs of URLs
 * only. Uses a paragraph in italics (a caption, a note about the text) or in bold (a heading)
 * only if there is no other.
 */
export function toLede(tree: Root): string {
  let aside = '';
  for (const paragraph of paragraphsOf(tree)) {
    const words = toPlainText(paragraph).trim(); // Japanese and Chinese indent with U+3000
    if (words === '' || addressesAlone.test(words)) continue;
    if (!paragraph.children.every(isSetApart)) return words;
    aside ||= words;
  }
  return aside;
}

function* paragraphsOf(tree: Root | Element): Generator<Element> {
  for (const child of tree.children) {
    if (child.type !== 'element' || isAside(child)) continue;
    if (child.tagName === 'p') yield child;
    else yield* paragraphsOf(child);
  }
}

function isAside(node: Element): boolean {
  // An interview may consist of questions and answers only.
  return (asides.has(node.tagName) && !isInterview(node)) || isFootnotes(node) || isBox(node);
}

/** Also true for a node without words. */
function isSetApart(node: ElementContent): boolean {
  if (node.type === 'text') return !isVisible(node.value);
  return node.type !== 'element' || /^(?:em|i|strong|b|img|br)$/u.test(node.tagName);
}
