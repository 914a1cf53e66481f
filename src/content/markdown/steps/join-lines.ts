import type { Element, Root, Text } from 'hast';
import { isTight, joinLines } from '../line-ends.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { inlineElements } from '../plain-text.ts';
import { hasSquare } from '../scripts.ts';
import { placeholder } from '../typographic-marks.ts';
import { isFootnoteMark } from './name-footnotes.ts';

/** Where a line end is what was written, or stands beside what is no text. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'img', 'input', 'br']);
/** What was taken from the text, or is printed as text. */
const texts = ['alt', 'title', 'dataCaption'] as const;

/** Joins lines of Chinese and Japanese without a space, over the borders of inline elements too. */
export function joinTreeLines(
  tree: Root | Element,
  { source, options: { language } }: MarkdownJob,
): void {
  if (!hasSquare(source)) return;
  let run: (Text | string)[] = [];
  const end = (): void => {
    joinRun(run, language);
    run = [];
  };
  const read = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type === 'text') run.push(child);
      if (child.type !== 'element') continue;
      for (const name of texts) {
        const value = child.properties[name];
        if (typeof value === 'string') child.properties[name] = joinLines(value, language);
      }
      if (isFootnoteMark(child)) continue;
      if (literal.has(child.tagName)) run.push(placeholder);
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

function joinRun(run: readonly (Text | string)[], language: string): void {
  const text = run.map((part) => (typeof part === 'string' ? part : part.value)).join('');
  if (!text.includes('\n')) return;
  const tight = new Set<number>();
  for (const { 0: blank, index } of text.matchAll(/(?<![ \t])[ \t]*\n[ \t]*/gu)) {
    const next = index + blank.length;
    // A character may be two units.
    if (
      !isTight(text.slice(Math.max(0, index - 2), index), text.slice(next, next + 2), language)
    )
      continue;
    for (let at = 0; at < blank.length; at++) tight.add(index + at);
  }
  let offset = 0;
  for (const part of run) {
    const { length } = typeof part === 'string' ? part : part.value;
    if (typeof part !== 'string' && part.value.includes('\n')) {
      const start = offset;
      part.value = part.value.replace(/[ \t\n]/gu, (written, at: number) =>
        tight.has(start + at) ? '' : written,
      );
    }
    offset += length;
  }
}
