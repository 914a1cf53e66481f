import { formatProblem } from '../problems/format-problem.ts';
import type { Problem } from '../problems/problem.ts';

/** How much of a task is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** More words for the line. */
  readonly more?: string;
}

/** How whoever runs a command is told what happens. */
export interface Terminal {
  /** What was asked for: printed whatever the options say. */
  readonly print: (text: string) => void;
  /** What was done. */
  readonly info: (line: string) => void;
  /** A stage of the work has ended: printed with `--verbose`, and where nobody watches a terminal. */
  readonly stage: (line: string) => void;
  /** What is wrong and no problem of one file. */
  readonly warn: (text: string) => void;
  readonly problem: (problem: Problem) => void;
  /**
   * What is being done, and how much of it is done: `Share cards: 30 of 200`. Off a terminal it is
   * printed only where it takes long, and then its end as well.
   */
  readonly progress: (task: string, part?: Progress) => void;
  /** Facts for the report of the command: counts, names. */
  readonly addFacts: (facts: Readonly<Record<string, unknown>>) => void;
  /** All facts so far, with problems and what else was wrong (`messages`). */
  readonly report: () => Readonly<Record<string, unknown>>;
}

/** What tests and modules without a command get. */
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

/** Where the terminal of the command is: Astro has copies of its own of our modules. */
const place = globalThis as { datelineTerminal?: Terminal };

/** That of the command which runs. */
export function terminal(): Terminal {
  return place.datelineTerminal ?? plain;
}

export function useTerminal(one: Terminal): void {
  place.datelineTerminal = one;
}
