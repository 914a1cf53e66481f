import { formatProblem } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { ShowLine } from './guard-output.ts';
import type { Terminal } from './terminal.ts';

export interface TerminalOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The report goes to standard output as JSON, and lines to standard error. */
  readonly json: boolean;
}

/** Milliseconds between two lines of progress where nobody watches a terminal. */
const every = 5000;

/** Milliseconds between two on a terminal. */
const everyWatched = 100;

/** The terminal of a command. `showLine` writes over a line; `clock` gives milliseconds. */
export function openTerminal(
  { quiet, verbose, json }: TerminalOptions,
  showLine: ShowLine,
  clock: () => number = () => performance.now(),
): Terminal {
  const facts: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const messages: string[] = [];
  const isWatched = process.stderr.isTTY === true;
  let told = clock();
  const say = (line: string) => {
    if (quiet) return;
    if (json) console.error(line);
    else console.log(line);
  };
  return {
    print: (text) => {
      if (json) console.error(text);
      else console.log(text);
    },
    say,
    detail: (line) => {
      if (verbose) say(line);
    },
    warn: (text) => {
      messages.push(text);
      console.error(text);
    },
    problem: (problem) => {
      problems.push(problem);
      console.error(formatProblem(problem));
    },
    progress: (text) => {
      if (quiet || clock() - told < (isWatched ? everyWatched : every)) return;
      told = clock();
      if (isWatched) showLine(text);
      // Standard error is for what is wrong.
      else say(`${text} …`);
    },
    note: (more) => Object.assign(facts, more),
    report: () => ({ ...facts, problems, messages }),
  };
}
