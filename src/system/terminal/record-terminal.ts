import { type Terminal, terminal, useTerminal } from './terminal.ts';

/** One call of a method of the terminal. */
export type Recorded = readonly [
  method: 'print' | 'info' | 'warn' | 'problem' | 'addFacts',
  argument: unknown,
];

/** Runs `work` and records what it prints. */
export async function recordTerminal<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly recorded: readonly Recorded[] }> {
  const recorded: Recorded[] = [];
  const own = terminal();
  const record =
    <Argument>(method: Recorded[0], print: (argument: Argument) => void) =>
    (argument: Argument) => {
      recorded.push([method, argument]);
      print(argument);
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

/** Prints what was recorded. */
export function replayRecorded(recorded: readonly Recorded[]): void {
  const own = terminal();
  for (const [method, argument] of recorded)
    (own[method] as (argument: unknown) => void)(argument);
}
