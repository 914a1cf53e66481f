import type { Element, Root, Text } from 'hast';
import { inlineElements } from '../plain-text.ts';
import { isFootnoteMark } from './name-footnotes.ts';

/** The text of a block in order: its text nodes, and a string for each element that is not read. */
export type TextRun = readonly (Text | string)[];

/**
 * Calls `look` with each run of text of a tree, across inline elements. Skips footnote marks and
 * `pre`. `standIn` returns the string for an element that is not read, else undefined.
 */
export function visitRuns(
  tree: Root | Element,
  standIn: (node: Element) => string | undefined,
  look: (run: TextRun) => void,
): void {
  let run: (Text | string)[] = [];
  const end = (): void => {
    look(run);
    run = [];
  };
  const read = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type === 'text') run.push(child);
      if (child.type !== 'element' || isFootnoteMark(child)) continue;
      const instead = standIn(child);
      if (instead !== undefined) run.push(instead);
      else if (inlineElements.has(child.tagName)) read(child);
      else {
        end();
        if (child.tagName !== 'pre') read(child);
        end();
      }
    }
  };
  read(tree);
  end();
}
