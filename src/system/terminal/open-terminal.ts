import { formatProblem } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { ShowLine } from './guard-output.ts';
import type { Progress, Terminal } from './terminal.ts';

export interface TerminalOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Print the report as JSON to standard output, and lines to standard error. */
  readonly json: boolean;
}

/** Milliseconds between two lines of progress in a log. */
const logInterval = 10_000;

/** Milliseconds between two updates on a terminal. */
const screenInterval = 100;

/** Opens the terminal of a command. `showLine` overwrites a line; `clock` returns milliseconds. */
export function openTerminal(
  { quiet, verbose, json }: TerminalOptions,
  showLine: ShowLine,
  clock: () => number = () => performance.now(),
): Terminal {
  const facts: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const messages: string[] = [];
  const isScreen = process.stderr.isTTY === true;
  let printedAt = clock();
  let shown = { task: '', since: printedAt, done: 0 };
  let current = { task: '', done: 0, ended: false, printed: false };
  const info = (line: string) => {
    if (quiet) return;
    if (json) console.error(line);
    else console.log(line);
  };
  return {
    print: (text) => {
      if (json) console.error(text);
      else console.log(text);
    },
    info,
    stage: (line) => {
      if (verbose || !isScreen) info(line);
    },
    warn: (text) => {
      messages.push(text);
      console.error(text);
    },
    problem: (problem) => {
      problems.push(problem);
      console.error(formatProblem(problem));
    },
    progress: (task, part) => {
      if (quiet) return;
      const text = part ? `${task}: ${part.done} of ${part.total}${part.more ?? ''}` : task;
      if (isScreen) {
        if (clock() - printedAt < screenInterval) return;
        printedAt = clock();
        if (task !== shown.task) shown = { task, since: printedAt, done: part?.done ?? 0 };
        showLine(text + timeLeft(part, shown, printedAt));
        return;
      }
      const { done = 0, total = Number.POSITIVE_INFINITY } = part ?? {};
      const isNew = task !== current.task || done < current.done || current.ended;
      if (isNew) printedAt = clock();
      const isLast = done >= total && !isNew && current.printed;
      const isDue = done < total && clock() - printedAt >= logInterval;
      // Progress is not an error, so it does not go to standard error.
      if (isLast || isDue) info(isLast ? text : `${text} …`);
      if (isDue) printedAt = clock();
      const printed = isDue || (!isNew && current.printed);
      current = { task, done, ended: done >= total, printed };
    },
    addFacts: (more) => Object.assign(facts, more),
    report: () => ({ ...facts, problems, messages }),
  };
}

/** Milliseconds of a task before its speed can be estimated. */
const warmUp = 2000;

/** `, 12 s left`, at the speed so far; empty if that is unknown. */
function timeLeft(
  part: Progress | undefined,
  { since, done }: { readonly since: number; readonly done: number },
  now: number,
): string {
  if (part === undefined || now - since < warmUp || part.done <= done) return '';
  const left = ((now - since) / (part.done - done)) * (part.total - part.done);
  const seconds = Math.max(1, Math.round(left / 1000));
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
