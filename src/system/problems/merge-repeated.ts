import type { Problem } from './problem.ts';

/**
 * Merges problems of several files with one cause (`once`) into the first, with the number of
 * files. `problems` must be sorted.
 */
export function mergeRepeated(problems: readonly Problem[]): Problem[] {
  const files = new Map<string, Set<string>>();
  for (const { once, file } of problems)
    if (once !== undefined) files.set(once, (files.get(once) ?? new Set()).add(file));
  const told = new Set<string>();
  return problems.flatMap((problem) => {
    const { once } = problem;
    const count = once === undefined ? 1 : (files.get(once)?.size ?? 1);
    if (once === undefined || count === 1) return [problem];
    if (told.has(once)) return [];
    told.add(once);
    return [{ ...problem, message: `${problem.message} in ${count} files, here first` }];
  });
}
