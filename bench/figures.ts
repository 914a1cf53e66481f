import { readFile } from 'node:fs/promises';
import { CommandError } from '../src/commands/parse-command.ts';
import type { Measurement } from './measure/measurement.ts';
import type { Options } from './parse-options.ts';
import type { ToolName } from './tools/tool.ts';

/** The results of a benchmark run, from which tables and chart are made. */
export interface Figures {
  readonly machine: string;
  readonly versions: Readonly<Partial<Record<ToolName, string>>>;
  readonly options: Options;
  readonly measurements: readonly Measurement[];
}

/** Reads figures that `--json` wrote. Throws an error for the user if it cannot. */
export async function loadFigures(file: string): Promise<Figures> {
  try {
    const figures = JSON.parse(await readFile(file, 'utf8')) as Figures;
    if (Array.isArray(figures.measurements)) return figures;
  } catch {
    // The same message for a missing file and for one that is not JSON.
  }
  throw new CommandError(`--from: expected a file written by --json, got ${file}`);
}

/**
 * Rounds figures to a thousandth of each unit, so that printed and saved figures are the same.
 */
export function roundFigures(figures: Figures): Figures {
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  return JSON.parse(JSON.stringify(figures, round)) as Figures;
}

/** Describes in one line where and with which versions was measured. */
export function formatCaption({ machine, versions, options }: Figures): string {
  // Several of the tools are this project, whose version is named once.
  const named = Object.entries(versions)
    .filter(([, version], index, all) => all.findIndex(([, one]) => one === version) === index)
    .map(([name, version]) => `${name} ${version}`);
  const rounds = options.rounds === 1 ? 'one round' : `${options.rounds} rounds`;
  return [machine, ...named, rounds].join(', ');
}
