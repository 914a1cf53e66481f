import type { Element, Root } from 'hast';
import { placeholder, type QuoteMarks, typographicMarks } from '../typographic-marks.ts';
import { type TextRun, visitRuns } from './visit-runs.ts';

/** Elements with literal content. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'var', 'img', 'input']);

/**
 * Sets typographic marks in the text of each block, across inline elements (`"*so*"`). Code and
 * attributes stay as they are. `<q>` gets the same marks as text, because summaries and feeds
 * do not have a browser's.
 */
export function setMarks(tree: Root, quotes: QuoteMarks): void {
  setQuotations(tree, quotes);
  const standIn = (node: Element) => {
    if (node.tagName === 'br') return '\n';
    return literal.has(node.tagName) || isBareAddress(node) ? placeholder : undefined;
  };
  visitRuns(tree, standIn, (run) => setRun(run, quotes));
}

function setQuotations(parent: Root | Element, quotes: QuoteMarks, depth = 0): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const isQuotation = child.tagName === 'q';
    setQuotations(child, quotes, isQuotation ? depth + 1 : depth);
    if (!isQuotation) continue;
    const [open, close] = depth % 2 === 0 ? quotes.double : quotes.single;
    child.tagName = 'span';
    delete child.properties['cite'];
    child.children.unshift({ type: 'text', value: open });
    child.children.push({ type: 'text', value: close });
  }
}

function setRun(run: TextRun, quotes: QuoteMarks): void {
  let text = '';
  for (const part of run) text += typeof part === 'string' ? part : part.value;
  if (!/["']|--|\.\.\./u.test(text)) return;
  const instead = typographicMarks(text, quotes);
  let offset = 0;
  for (const part of run) {
    if (typeof part === 'string') {
      offset += part.length;
      continue;
    }
    const { value } = part;
    part.value = value.replace(
      /["'.-]/gu,
      (written, at: number) => instead.get(offset + at) ?? written,
    );
    offset += value.length;
  }
}

/** Whether a link's text is its URL. */
export function isBareAddress(node: Element): boolean {
  const [only] = node.children;
  return (
    node.tagName === 'a' &&
    only?.type === 'text' &&
    /^(?:https?:\/\/|www\.|\S+@)\S*$/iu.test(only.value)
  );
}
