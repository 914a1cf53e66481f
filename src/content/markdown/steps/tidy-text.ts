import type { Element, ElementContent, Root } from 'hast';
import { compose, hasSquare } from '../characters.ts';
import { isTight, joinLines } from '../line-ends.ts';
import { type MarkdownJob, mayHold } from '../markdown-job.ts';
import { toPlainText } from '../plain-text.ts';
import { placeholder } from '../typographic-marks.ts';
import { eachElement, visitElements } from '../visit-tree.ts';
import { type TextRun, visitRuns } from './visit-runs.ts';

const named = ['alt', 'title'] as const;

/** Normalizes the text of a tree to NFC; URLs stay as written. */
export function composeWords(tree: Root, { source }: MarkdownJob): void {
  if (source.normalize('NFC') === source) return;
  const read = (parent: Root | Element): void => {
    for (const node of parent.children) {
      if (node.type === 'text') node.value = compose(node.value);
      if (node.type !== 'element') continue;
      for (const name of named) {
        const value = node.properties[name];
        if (typeof value === 'string') node.properties[name] = compose(value);
      }
      read(node);
    }
  };
  read(tree);
}

/**
 * Adds brackets around ruby readings, for output that does not show them above the word:
 * summaries, feeds and search
 * (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-rp-element).
 */
export function completeRuby(tree: Root, job: MarkdownJob): void {
  if (!mayHold(job, '<')) return;
  visitElements(tree, (ruby) => {
    if (ruby.tagName !== 'ruby') return undefined;
    const hasBrackets = ruby.children.some((node) => isElement(node, 'rp'));
    if (hasBrackets) return undefined;
    ruby.children = ruby.children.flatMap((node) => {
      if (!isElement(node, 'rt') || toPlainText(node) === '') return [node];
      const isWide = /[\u3000-\u30ff\u3105-\u312f\u4e00-\u9fff\uac00-\ud7af]/u.test(
        toPlainText(node),
      );
      const [open, close] = isWide ? ['（', '）'] : ['(', ')'];
      return [bracket(open), node, bracket(close)];
    });
    return undefined;
  });
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

function bracket(value: string | undefined): Element {
  const children = [{ type: 'text' as const, value: value ?? '' }];
  return { type: 'element', tagName: 'rp', properties: {}, children };
}

/** Elements in which a line break is literal, or that are not text. */
const literal: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'img', 'input', 'br']);
/** Properties that come from the text, or are printed as text. */
const texts = ['alt', 'title', 'dataCaption'] as const;

/** Joins lines of Chinese and Japanese text without a space, across inline elements. */
export function joinTreeLines(
  tree: Root | Element,
  { source, options: { language } }: MarkdownJob,
): void {
  if (!hasSquare(source)) return;
  eachElement(tree, ({ properties }) => {
    for (const name of texts) {
      const value = properties[name];
      if (typeof value === 'string') properties[name] = joinLines(value, language);
    }
  });
  const standIn = ({ tagName }: Element) => (literal.has(tagName) ? placeholder : undefined);
  visitRuns(tree, standIn, (run) => joinRun(run, language));
}

function joinRun(run: TextRun, language: string): void {
  const text = run.map((part) => (typeof part === 'string' ? part : part.value)).join('');
  if (!text.includes('\n')) return;
  const tight = new Set<number>();
  for (const { 0: blank, index } of text.matchAll(/(?<![ \t])[ \t]*\n[ \t]*/gu)) {
    const next = index + blank.length;
    // A character may consist of two UTF-16 units.
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
