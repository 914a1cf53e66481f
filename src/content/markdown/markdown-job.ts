import { hash } from 'node:crypto';
import { quote } from '../../system/problems/format-problem.ts';
import type { Problem } from '../../system/problems/problem.ts';
import type { RenderOptions } from './render-options.ts';

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
