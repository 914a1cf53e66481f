import { parseArgs } from 'node:util';
import { parseWhole } from '../parse-whole.ts';

export interface PictureOptions {
  /** Photographs, each the featured image of an article. */
  readonly count: number;
  /** Of each photograph, in millions of pixels. */
  readonly megapixels: number;
  readonly seed: number;
  /** Where to write the figures as JSON. */
  readonly json?: string;
}

/**
 * The options of `npm run bench -- --pictures …`. Throws a sentence for the user where one is
 * wrong.
 */
export function parsePictureOptions(args: readonly string[]): PictureOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pictures: { type: 'boolean' },
      count: { type: 'string', default: '200' },
      megapixels: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  return {
    count: parseWhole('--count', values.count),
    megapixels: parseWhole('--megapixels', values.megapixels),
    seed: parseWhole('--seed', values.seed),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}
