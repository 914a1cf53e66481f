import type { Nodes, Root } from 'mdast';
import { needsReference } from '../../content/markdown/needs-reference.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An edited text. */
export interface Edited {
  readonly text: string;
  /** Maps an offset in the edited text to the original text. */
  originOf(offset: number): number;
}

export function editText(before: string, edits: readonly Edit[]): Edited {
  const steps: { after: number; before: number }[] = [{ after: 0, before: 0 }];
  let text = '';
  let last = 0;
  for (const edit of edits.toSorted((a, b) => a.from - b.from)) {
    text += before.slice(last, edit.from);
    steps.push({ after: text.length, before: edit.from });
    text += edit.text;
    steps.push({ after: text.length, before: edit.to });
    last = edit.to;
  }
  text += before.slice(last);
  return {
    text,
    originOf(offset) {
      const index = steps.findLastIndex((item) => item.after <= offset);
      const [step, next] = [steps[index], steps[index + 1]];
      const origin = (step?.before ?? 0) + offset - (step?.after ?? 0);
      return Math.min(origin, next?.before ?? origin);
    },
  };
}

let last: { readonly key: string; readonly root: Root } | undefined;

/**
 * Parses a post, with the fast parser where both parsers agree. Caches the last tree, since most
 * steps parse the same text; callers must not modify it.
 */
export function parsePost(text: string, language: string): Root {
  const key = `${language}\n${text}`;
  if (last?.key !== key) {
    const parser = needsReference(text) ? 'reference' : 'fast';
    last = { key, root: parseMarkdown(text, parser, language) };
  }
  return last.root;
}

/** Ranges of offsets, end exclusive. */
export interface Ranges {
  readonly code: readonly (readonly [from: number, to: number])[];
  readonly html: readonly (readonly [from: number, to: number])[];
}

/** Finds code, which must not be changed, and HTML blocks. */
export function findCode(root: Root): Ranges {
  const code: [number, number][] = [];
  const html: [number, number][] = [];
  const visit = (node: Nodes, parent?: Nodes) => {
    const { start, end } = node.position ?? {};
    const range: [number, number] = [start?.offset ?? 0, end?.offset ?? 0];
    if (node.type === 'code' || node.type === 'inlineCode') code.push(range);
    if (node.type === 'html' && parent?.type !== 'paragraph' && parent?.type !== 'heading')
      html.push(range);
    if ('children' in node) for (const child of node.children) visit(child, node);
  };
  visit(root);
  return { code, html };
}

/** Whether an offset is in one of `ranges`, which are sorted and do not overlap. */
export function isWithinRanges(
  offset: number,
  ranges: readonly (readonly [number, number])[],
): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset < (ranges[low - 1]?.[1] ?? 0);
}
