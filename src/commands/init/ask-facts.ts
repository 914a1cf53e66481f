import { createInterface } from 'node:readline';
import { CommandError } from '../parse-command.ts';

/** Asks a question; an empty answer is the `fallback`. */
export type Ask = (question: string, fallback: string) => Promise<string>;

/** Whether somebody can answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/**
 * Does work that may ask questions on the terminal. `Ask` throws a `CommandError` where the input ends.
 * Without the editing of Node's readline, whose control characters a terminal of ours does not print.
 */
export async function withQuestions<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  try {
    return await work(async (question, fallback) => {
      process.stdout.write(`${question} [${fallback}]: `);
      const { value, done } = await answers.next();
      if (done) throw new CommandError('init: stopped; nothing was written');
      return value.trim() === '' ? fallback : value;
    });
  } finally {
    lines.close();
  }
}
