import type { Emphasis, Root, Strong } from 'mdast';
import { visit } from 'unist-util-visit';
import { type CopyJob, noteProblem } from '../copy-job.ts';

/**
 * Warns of emphasis whose marks are likely signs of something else: that begins between two
 * figures (in `3*4 m and 5*6 m` the stars are signs of multiplication), or that begins within a word
 * and ends within another or at its end (the stars of `Leser*innen und Bürger*innen` stand for all
 * genders, those of `f**k and sh**` for letters).
 */
export function noteFactors(tree: Root, job: CopyJob): void {
  if (!factors.test(job.source) && !withinWord.test(job.source)) return;
  visit(tree, ['emphasis', 'strong'], (node) => {
    const start = (node as Emphasis | Strong).position?.start.offset ?? 0;
    const factor =
      start > 0 && /^\d+\*{1,2}\d+/u.exec(job.source.slice(start - 1, start + 20))?.[0];
    const word =
      factor === undefined ? wordStars(node as Emphasis | Strong, job.source) : undefined;
    if (word !== undefined)
      noteProblem(job, node as Emphasis, {
        severity: 'warning',
        field: 'text',
        expected: 'emphasis that does not begin within a word',
        got: word,
        cure: 'write `\\*` for a star that readers are to see',
      });
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

/** The words around emphasis of several words that begins within one of them. */
function wordStars({ position }: Emphasis | Strong, source: string): string | undefined {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const text = source.slice(start, end);
  if (!/^\*{1,2}[\p{Ll}]/u.test(text) || !/\s/u.test(text)) return undefined;
  const before = /\p{L}+$/u.exec(source.slice(Math.max(0, start - 40), start))?.[0];
  const after = /^\p{Ll}*/u.exec(source.slice(end, end + 40))?.[0] ?? '';
  return before && `${before}${text.slice(0, 60)}${after}`;
}

const withinWord = /\p{L}\*{1,2}\p{Ll}/u;
const factors = /\d\*{1,2}\d/u;
