import type { Emphasis, Root, Strong } from 'mdast';
import { visit } from 'unist-util-visit';
import { type CopyJob, noteProblem } from '../copy-job.ts';

/**
 * Warns of emphasis that begins between two figures: in `3*4 m and 5*6 m` the stars are signs of
 * multiplication, and without them the figures are others.
 */
export function noteFactors(tree: Root, job: CopyJob): void {
  if (!factors.test(job.source)) return;
  visit(tree, ['emphasis', 'strong'], (node) => {
    const start = (node as Emphasis | Strong).position?.start.offset ?? 0;
    const factor =
      start > 0 && /^\d+\*{1,2}\d+/u.exec(job.source.slice(start - 1, start + 20))?.[0];
    if (!factor) return;
    noteProblem(job, node as Emphasis, {
      severity: 'warning',
      field: 'text',
      expected: 'emphasis that does not begin between two figures',
      got: factor,
      cure: 'write `×` or `\\*` for a sign of multiplication',
    });
  });
}

const factors = /\d\*{1,2}\d/u;
