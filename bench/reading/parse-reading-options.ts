import { type GivenOptions, textOf } from '../given-options.ts';
import { parseWhole } from '../parse-whole.ts';
import { someOf } from '../some-of.ts';
import { type SiteName, siteNames } from './sites/reading-site.ts';

export interface ReadingOptions {
  readonly only: readonly SiteName[];
  /** Loads of each page without a cache. */
  readonly loads: number;
  /** The number of Lighthouse runs on each page. */
  readonly rounds: number;
  readonly seed: number;
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/**
 * Parses the options of `npm run bench -- --reading …`. Throws an error for the user if one is
 * wrong.
 */
export function parseReadingOptions(given: GivenOptions): ReadingOptions {
  const values = {
    only: textOf(given, 'only') ?? siteNames.join(','),
    loads: textOf(given, 'loads') ?? '20',
    rounds: textOf(given, 'rounds') ?? '3',
    seed: textOf(given, 'seed') ?? '1',
    json: textOf(given, 'json'),
  };
  return {
    only: someOf('--only', values.only, siteNames),
    loads: parseWhole('--loads', values.loads),
    rounds: parseWhole('--rounds', values.rounds),
    seed: parseWhole('--seed', values.seed),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
