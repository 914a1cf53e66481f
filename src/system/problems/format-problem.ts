import { truncate } from '../../language/truncate.ts';
import { toPrintableLine } from './printable.ts';
import type { Problem } from './problem.ts';

/** Formats a problem as one line: `file:line:column  field: message; cure`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, field, message, cure } = problem;
  const warning = problem.severity === 'warning' ? 'warning: ' : '';
  const place = `${file}:${line}:${column}`;
  const text = `${field}: ${message}${cure ? `; ${cure}` : ''}`;
  return toPrintableLine(`${place}  ${warning}${text}`);
}

/** Quotes a value for a message: on one line, at most 60 characters. */
export function quote(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return JSON.stringify(truncate(line, 60));
}

/**
 * Sorts problems: those of publication.yaml first, since they may cause others, then by file, line
 * and column.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      Number(isOfSettings(b)) - Number(isOfSettings(a)) ||
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.field, b.field),
  );
}

function isOfSettings({ file }: Problem): boolean {
  return /(?:^|\/)publication\.yaml$/u.test(file);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Merges problems of several files with one cause (`once`) into the first, with the number of
 * files. `problems` must be sorted.
 */
export function mergeRepeated(problems: readonly Problem[]): Problem[] {
  const files = new Map<string, Set<string>>();
  for (const { once, file } of problems)
    if (once !== undefined) files.set(once, (files.get(once) ?? new Set()).add(file));
  const reported = new Set<string>();
  return problems.flatMap((problem) => {
    const { once } = problem;
    const count = once === undefined ? 1 : (files.get(once)?.size ?? 1);
    if (once === undefined || count === 1) return [problem];
    if (reported.has(once)) return [];
    reported.add(once);
    return [{ ...problem, message: `${problem.message} in ${count} files, here first` }];
  });
}
