import type { OptionsOf } from '../src/commands/command-table.ts';

/** Options of `npm run bench` as they were given. */
export type GivenOptions = OptionsOf<'bench'>;

/** The value of an option; undefined where it was not given. */
export function textOf(given: GivenOptions, name: keyof GivenOptions): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}
