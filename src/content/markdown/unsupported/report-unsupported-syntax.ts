import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../../../system/problems/problem.ts';
import type { RenderOptions } from '../markdown-job.ts';
import { findUnsupportedSyntax } from './find-unsupported-syntax.ts';
import type { Finding, Kind, Range } from './finding.ts';
import { type HiddenComments, removeHiddenComments } from './hidden-comments.ts';

/** Reports at most this many of one kind one by one; of more, the first with their number. */
const mostOfAKind = 3;
/** The maximum number of kinds reported for one file. */
const mostKinds = 60;

const expected: Readonly<Record<Kind['field'], string>> = {
  text: 'Markdown that pages show',
  html: 'HTML that pages keep',
  comment: 'text for readers',
};

const commentKind: Kind = {
  field: 'comment',
  name: 'a hidden comment',
  cure: 'it is not published; remove it when it is no longer needed',
};

/**
 * Warns about all unsupported syntax; `tree` is the tree of the source without hidden comments.
 */
export function reportUnsupportedSyntax(
  written: string,
  comments: HiddenComments,
  tree: Root,
  options: RenderOptions,
): Problem[] {
  const found = findUnsupportedSyntax(tree, removeHiddenComments(written, comments.ranges));
  if (found.length + comments.ranges.length + comments.open.length === 0) return [];
  const toWritten = createOffsetFinder(written, comments.ranges);
  const findings = found.map((finding) => ({
    kind: finding.kind,
    start: toWritten(finding.start),
    end: toWritten(finding.end),
  }));
  const hidden = comments.ranges.map(([start, end]) => ({ kind: commentKind, start, end }));
  const placeOf = createPlaceFinder(written, options.firstLine);
  const problems = toWarnings([...hidden, ...findings], written, placeOf, options.file);
  for (const [start, end] of comments.open) {
    problems.push({
      severity: 'error',
      file: options.file,
      ...placeOf(start),
      field: 'comment',
      message: wrongValue('a comment that closes', quote(written.slice(start, end))),
      cure: 'write where the comment ends, or put a `\\` before it if it is text',
    });
  }
  return problems;
}

function toWarnings(
  findings: readonly Finding[],
  written: string,
  placeOf: ReturnType<typeof createPlaceFinder>,
  file: string,
): Problem[] {
  const kinds = [...Map.groupBy(findings, ({ kind }) => `${kind.field} ${kind.name}`).values()];
  return kinds.slice(0, mostKinds).flatMap((own) => {
    const isMany = own.length > mostOfAKind;
    return (isMany ? own.slice(0, 1) : own).map(({ kind, start, end }) => ({
      severity: 'warning' as const,
      file,
      ...placeOf(start),
      field: kind.field,
      message: wrongValue(
        expected[kind.field],
        `${quote(written.slice(start, end))} (${kind.name}${isMany ? `, the first of ${own.length}` : ''})`,
      ),
      cure: kind.cure,
    }));
  });
}

/**
 * Changes the positions in a tree that was parsed without hidden comments to those in the
 * source as written; offsets stay.
 */
export function placeAsWritten(tree: Root, written: string, comments: HiddenComments): void {
  if (comments.ranges.length === 0) return;
  const toWritten = createOffsetFinder(written, comments.ranges);
  const placeOf = createPlaceFinder(written, 1);
  visit(tree, ({ position }) => {
    if (position?.start.offset !== undefined)
      Object.assign(position.start, placeOf(toWritten(position.start.offset)));
  });
}

/** Maps offsets in a text without hidden comments to offsets in the text as written. */
function createOffsetFinder(
  written: string,
  ranges: readonly Range[],
): (offset: number) => number {
  const shifts: [at: number, shift: number][] = [];
  let shift = 0;
  for (const [start, end] of ranges) {
    const at = end - shift;
    const lines = written.slice(start, end).split('\n').length - 1;
    shift += end - start - lines;
    shifts.push([at - (end - start - lines), shift]);
  }
  return (offset) => offset + (shifts.findLast(([at]) => at <= offset)?.[1] ?? 0);
}

/** Returns a function that maps an offset to its line and column, both from 1. */
export function createPlaceFinder(
  text: string,
  firstLine: number,
): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}
