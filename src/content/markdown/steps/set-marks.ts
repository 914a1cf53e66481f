import type { Element, Root, Text } from 'hast';
import { inlineElements } from '../plain-text.ts';
import { placeholder, type QuoteMarks, typographicMarks } from '../typographic-marks.ts';
import { isFootnoteMark } from './name-footnotes.ts';

/** Elements with literal content. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'var', 'img', 'input']);

/**
 * Sets typographic marks in the text of each block, across inline elements (`"*so*"`). Code and
 * attributes stay as they are. `<q>` gets the same marks as text, because summaries and feeds
 * do not have a browser's.
 */
export function setMarks(tree: Root, quotes: QuoteMarks): void {
  setQuotations(tree, quotes);
  let run: (Text | string)[] = [];
  const end = (): void => {
    setRun(run, quotes);
    run = [];
  };
  const read = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type === 'text') run.push(child);
      if (child.type !== 'element' || isFootnoteMark(child)) continue;
      if (child.tagName === 'br') run.push('\n');
      else if (literal.has(child.tagName) || isBareAddress(child)) run.push(placeholder);
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

function setRun(run: readonly (Text | string)[], quotes: QuoteMarks): void {
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
