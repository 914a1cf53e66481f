import { hash } from 'node:crypto';
import { quote } from '../../system/problems/format-problem.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { Parser } from './parse-markdown.ts';

/** What the steps share while one copy is rendered. */
export interface MarkdownJob {
  readonly source: string;
  readonly options: RenderOptions;
  /**
   * Marks what the program put into the tree. It is 128 bits of the SHA-256 of the copy
   * itself: no text can contain its own hash, so no copy can forge it.
   */
  readonly marker: string;
  readonly problems: Problem[];
}

export function createMarkdownJob(source: string, options: RenderOptions): MarkdownJob {
  const marker = `x${hash('sha256', source).slice(0, 32)}x`;
  return { source, options, marker, problems: [] };
}

/** A node of either tree. */
interface Placed {
  position?: { start: { line: number; column: number } } | undefined;
}

/** Where a node stands in the file; the first line of the copy for a node without position. */
export function placeOf(
  node: Placed,
  options: RenderOptions,
): { line: number; column: number } {
  const start = node.position?.start;
  return {
    line: options.firstLine + (start?.line ?? 1) - 1,
    column: start?.column ?? 1,
  };
}

/** Notes a problem at a node. `got` is what is written there. */
export function noteProblem(
  job: MarkdownJob,
  node: Placed,
  problem: Pick<Problem, 'severity' | 'field' | 'expected' | 'got'> & { cure?: string },
): void {
  const { file } = job.options;
  job.problems.push({
    file,
    ...placeOf(node, job.options),
    ...problem,
    got: quote(problem.got),
  });
}

/** Everything the rendering of a copy depends on besides the copy; plain JSON. */
export interface RenderOptions {
  /** Path as shown in problems. */
  readonly file: string;
  /** Line of the file at which the body begins, from 1. */
  readonly firstLine: number;
  /** BCP 47. */
  readonly language: string;
  /** Of the language's writing. */
  readonly direction: 'ltr' | 'rtl';
  /** Opening and closing mark, spaces that belong to them included: `['«\u202f', '\u202f»']`. */
  readonly quotes: {
    readonly double: readonly [string, string];
    readonly single: readonly [string, string];
  };
  /** `back` labels the way back to the text: `Back to reference {reference}`. */
  readonly footnoteWords: { readonly title: string; readonly back: string };
  /** How deep blocks, and marks within a block, may stand in each other. */
  readonly limits: { readonly nesting: number };
  /** `fast` (default) gives way to the reference where the two are known to differ. */
  readonly parser?: Parser;
}
