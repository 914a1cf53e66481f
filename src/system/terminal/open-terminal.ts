import { formatProblem } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';
import type { ShowLine } from './guard-output.ts';
import type { Progress, Terminal } from './terminal.ts';

export interface TerminalOptions {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The report goes to standard output as JSON, and lines to standard error. */
  readonly json: boolean;
}

/** Milliseconds from the start of a task to its first line where nobody watches a terminal, and on. */
const every = 10_000;

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
  let watched = { task: '', since: told, done: 0 };
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
      if (verbose || !isWatched) info(line);
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
      if (isWatched) {
        if (clock() - told < everyWatched) return;
        told = clock();
        if (task !== watched.task) watched = { task, since: told, done: part?.done ?? 0 };
        showLine(text + timeLeft(part, watched, told));
        return;
      }
      const { done = 0, total = Number.POSITIVE_INFINITY } = part ?? {};
      const isNew = task !== current.task || done < current.done || current.ended;
      if (isNew) told = clock();
      const isLast = done >= total && !isNew && current.printed;
      const isDue = done < total && clock() - told >= every;
      // Standard error is for what is wrong.
      if (isLast || isDue) info(isLast ? text : `${text} …`);
      if (isDue) told = clock();
      const printed = isDue || (!isNew && current.printed);
      current = { task, done, ended: done >= total, printed };
    },
    addFacts: (more) => Object.assign(facts, more),
    report: () => ({ ...facts, problems, messages }),
  };
}

/** Milliseconds of a task before which nothing is known of its speed. */
const unknown = 2000;

/** `, 12 s left`, at the speed so far; empty where that is not known. */
function timeLeft(
  part: Progress | undefined,
  { since, done }: { readonly since: number; readonly done: number },
  now: number,
): string {
  if (part === undefined || now - since < unknown || part.done <= done) return '';
  const left = ((now - since) / (part.done - done)) * (part.total - part.done);
  const seconds = Math.max(1, Math.round(left / 1000));
  return seconds < 100 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
