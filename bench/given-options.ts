import type { OptionsOf } from '../src/commands/command-table.ts';

/** Options of `npm run bench` as given on the command line. */
export type GivenOptions = OptionsOf<'bench'>;

/** The value of an option, or undefined if it was not given. */
export function textOf(given: GivenOptions, name: keyof GivenOptions): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}
