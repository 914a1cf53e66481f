import { existsSync } from 'node:fs';
import { toPrintableLine } from '../problems/printable.ts';
import type { Problem } from '../problems/problem.ts';
import { terminal } from '../terminal/terminal.ts';
import type { Gathered } from './gather-copy.ts';
import { languagesWithoutWords } from './report-gathered.ts';

/**
 * Makes a function that tells, after each reading of the content folder, what has changed since the
 * one before: new problems, and files that were fixed or
 * removed. A problem whose line moved is the same problem.
 */
export function createReporter(): (gathered: Gathered) => void {
  let told = new Map<string, Problem[]>();
  let languages = new Set<string>();
  return (gathered) => {
    const { problem, say, warn } = terminal();
    const now = Map.groupBy(gathered.problems, identityOf);
    for (const [identity, problems] of now) {
      const before = told.get(identity)?.length ?? 0;
      problems.slice(before).forEach(problem);
    }
    const wrong = filesWithErrors([...now.values()].flat());
    for (const file of filesWithErrors([...told.values()].flat()))
      if (!wrong.has(file))
        say(`${toPrintableLine(file)}: ${existsSync(file) ? 'fixed' : 'removed'}`);
    told = now;
    const without = languagesWithoutWords(gathered);
    for (const [language, line] of without) if (!languages.has(language)) warn(line);
    languages = new Set(without.keys());
  };
}

function identityOf({ line: _, column: __, ...problem }: Problem): string {
  return JSON.stringify(problem);
}

function filesWithErrors(problems: readonly Problem[]): Set<string> {
  return new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ file }) => file),
  );
}
