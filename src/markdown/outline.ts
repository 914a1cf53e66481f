import type { Element, Root } from 'hast';
import { toPlainText } from './plain-text.ts';
import { headingDepth, headingText } from './steps/level-headings.ts';
import { isFootnotes } from './steps/name-footnotes.ts';

export interface OutlineEntry {
  readonly depth: 2 | 3 | 4;
  readonly id: string;
  readonly text: string;
}

/** Headings of the copy itself, in order: those of quotations and footnotes lead elsewhere. */
export function toOutline(tree: Root): OutlineEntry[] {
  const outline: OutlineEntry[] = [];
  const read = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element' || child.tagName === 'blockquote' || isFootnotes(child))
        continue;
      const depth = headingDepth(child);
      if (depth === 2 || depth === 3 || depth === 4)
        outline.push({ depth, id: String(child.properties['id']), text: headingText(child) });
      else read(child);
    }
  };
  read(tree);
  return outline;
}

/** Elements whose paragraphs do not open an article. */
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

/** The words of the first paragraph of the copy itself; empty if there is none. */
export function toLede(tree: Root | Element): string {
  for (const child of tree.children) {
    if (child.type !== 'element' || asides.has(child.tagName) || isFootnotes(child)) continue;
    const words = child.tagName === 'p' ? toPlainText(child) : toLede(child);
    if (words !== '') return words;
  }
  return '';
}
