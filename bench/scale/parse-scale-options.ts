import { type GivenOptions, textOf } from '../given-options.ts';
import { parseWhole } from '../parse-whole.ts';
import { someOf } from '../some-of.ts';

export interface ScaleOptions {
  /** Corpus sizes, in articles. */
  readonly articles: readonly number[];
  /** Whether to make share cards, search and Markdown versions. */
  readonly extras: boolean;
  /** How many years the dates of articles cover. */
  readonly years: number;
  readonly seed: number;
  /** Where to write the figures as JSON after each measurement. Sizes that it has are not measured again. */
  readonly json?: string;
  /** A file of figures to report instead of measuring. */
  readonly from?: string;
}

const subjects = ['dateline', 'dateline-plain'] as const;

/** Parses the options of `npm run bench -- --scale …`. Throws an error for the user if one is wrong. */
export function parseScaleOptions(given: GivenOptions): ScaleOptions {
  const only = someOf('--only', textOf(given, 'only') ?? 'dateline-plain', subjects);
  const json = textOf(given, 'json');
  const from = textOf(given, 'from');
  return {
    articles: (textOf(given, 'articles') ?? '1000,10000,100000')
      .split(',')
      .map((number) => parseWhole('--articles', number))
      .toSorted((a, b) => a - b),
    extras: only.includes('dateline'),
    years: parseWhole('--years', textOf(given, 'years') ?? '100'),
    seed: parseWhole('--seed', textOf(given, 'seed') ?? '1'),
    ...(json === undefined ? {} : { json }),
    ...(from === undefined ? {} : { from }),
  };
}
