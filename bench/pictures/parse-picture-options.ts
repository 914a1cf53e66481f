import { type GivenOptions, textOf } from '../given-options.ts';
import { parseWhole } from '../parse-whole.ts';

export interface PictureOptions {
  /** The number of photographs, each the featured image of an article. */
  readonly count: number;
  /** The size of each photograph, in millions of pixels. */
  readonly megapixels: number;
  readonly seed: number;
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/**
 * Parses the options of `npm run bench -- --pictures …`. Throws an error for the user if one is
 * wrong.
 */
export function parsePictureOptions(given: GivenOptions): PictureOptions {
  const values = {
    count: textOf(given, 'count') ?? '200',
    megapixels: textOf(given, 'megapixels') ?? '12',
    seed: textOf(given, 'seed') ?? '1',
    json: textOf(given, 'json'),
  };
  return {
    count: parseWhole('--count', values.count),
    megapixels: parseWhole('--megapixels', values.megapixels),
    seed: parseWhole('--seed', values.seed),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
