import type { GivenArguments } from '../src/commands/parse-command.ts';

/** Options of `npm run bench` as they were given. */
export type GivenOptions = GivenArguments['options'];

/** The value of an option; undefined where it was not given. */
export function textOf(given: GivenOptions, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}
