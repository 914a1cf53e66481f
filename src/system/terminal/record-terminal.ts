import { type Terminal, terminal, useTerminal } from './terminal.ts';

/** One thing that was said. */
export type Recorded = readonly [
  method: 'print' | 'say' | 'warn' | 'problem' | 'note',
  what: unknown,
];

/** Does some work, and writes down all that is said meanwhile. */
export async function recordTerminal<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly recorded: readonly Recorded[] }> {
  const recorded: Recorded[] = [];
  const own = terminal();
  const record =
    <Said>(method: Recorded[0], say: (what: Said) => void) =>
    (what: Said) => {
      recorded.push([method, what]);
      say(what);
    };
  const recording: Terminal = {
    ...own,
    print: record('print', own.print),
    say: record('say', own.say),
    warn: record('warn', own.warn),
    problem: record('problem', own.problem),
    note: record('note', own.note),
  };
  useTerminal(recording);
  try {
    return { result: await work(), recorded };
  } finally {
    useTerminal(own);
  }
}

/** Says what was written down, as it was said. */
export function repeatRecorded(recorded: readonly Recorded[]): void {
  const own = terminal();
  for (const [method, what] of recorded) (own[method] as (what: unknown) => void)(what);
}
