import { formatProblem } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';

/** How much of a task is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Text to append to the line. */
  readonly more?: string;
}

/** Everything that a command prints goes through its terminal. */
export interface Terminal {
  /** The result of a command: printed with every option. */
  readonly print: (text: string) => void;
  /** Information: not printed with `--quiet`. */
  readonly info: (line: string) => void;
  /** A stage of the work has ended: printed with `--verbose`, and in logs. */
  readonly stage: (line: string) => void;
  /** A warning or an error that does not belong to one file. */
  readonly warn: (text: string) => void;
  readonly problem: (problem: Problem) => void;
  /**
   * The progress of a task: `Share cards: 30 of 200`. In a log it is printed only if the task takes
   * long, and then its end as well.
   */
  readonly progress: (task: string, part?: Progress) => void;
  /** Adds facts to the report of the command: counts, names. */
  readonly addFacts: (facts: Readonly<Record<string, unknown>>) => void;
  /** All facts so far, with problems and warnings (`messages`). */
  readonly report: () => Readonly<Record<string, unknown>>;
}

/** The terminal of tests and of modules without a command. */
const plain: Terminal = {
  print: (text) => console.log(text),
  info: (line) => console.log(line),
  stage: () => undefined,
  warn: (text) => console.error(text),
  problem: (problem) => console.error(formatProblem(problem)),
  progress: () => undefined,
  addFacts: () => undefined,
  report: () => ({}),
};

/** Global, because Astro loads our modules a second time. */
const holder = globalThis as { datelineTerminal?: Terminal };

/** The terminal of the running command. */
export function terminal(): Terminal {
  return holder.datelineTerminal ?? plain;
}

export function useTerminal(chosen: Terminal): void {
  holder.datelineTerminal = chosen;
}
