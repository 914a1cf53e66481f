import { parseArgs } from 'node:util';
import { parseWhole } from '../parse-whole.ts';
import { type SiteName, siteNames } from './sites/reading-site.ts';

export interface ReadingOptions {
  readonly only: readonly SiteName[];
  /** Cold loads of each page. */
  readonly loads: number;
  /** How often Lighthouse looks at each page. */
  readonly rounds: number;
  readonly seed: number;
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/**
 * The options of `npm run bench -- --reading …`. Throws a sentence for the user where one is
 * wrong.
 */
export function parseReadingOptions(args: readonly string[]): ReadingOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      reading: { type: 'boolean' },
      only: { type: 'string', default: siteNames.join(',') },
      loads: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const only = values.only.split(',').map((name) => {
    const site = siteNames.find((known) => known === name.trim());
    if (!site)
      throw new Error(`--only: expected some of ${siteNames.join(', ')}, got "${name}"`);
    return site;
  });
  return {
    only,
    loads: parseWhole('--loads', values.loads),
    rounds: parseWhole('--rounds', values.rounds),
    seed: parseWhole('--seed', values.seed),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
