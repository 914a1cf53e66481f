import { type Terminal, terminal, useTerminal } from './terminal.ts';

/** One thing that was said. */
export type Recorded = readonly [
  method: 'print' | 'info' | 'warn' | 'problem' | 'addFacts',
  what: unknown,
];

/** Does some work, and writes down all that is said meanwhile. */
export async function recordTerminal<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly recorded: readonly Recorded[] }> {
  const recorded: Recorded[] = [];
  const own = terminal();
  const record =
    <Said>(method: Recorded[0], print: (what: Said) => void) =>
    (what: Said) => {
      recorded.push([method, what]);
      print(what);
    };
  const recording: Terminal = {
    ...own,
    print: record('print', own.print),
    info: record('info', own.info),
    warn: record('warn', own.warn),
    problem: record('problem', own.problem),
    addFacts: record('addFacts', own.addFacts),
  };
  useTerminal(recording);
  try {
    return { result: await work(), recorded };
  } finally {
    useTerminal(own);
  }
}

/** Says what was written down, as it was said. */
export function replayRecorded(recorded: readonly Recorded[]): void {
  const own = terminal();
  for (const [method, what] of recorded) (own[method] as (what: unknown) => void)(what);
}
