import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeArticle } from './write-article.ts';

export interface CorpusOptions {
  /** The number of articles, without translations. */
  readonly count: number;
  /** The absolute path of the folder, which is created if it does not exist. */
  readonly folder: string;
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** How many years its dates cover. Default: 7. */
  readonly years?: number | undefined;
}

export interface Corpus {
  readonly articles: number;
  readonly translations: number;
  readonly bytes: number;
}

/**
 * Writes `count` articles in Dateline's form below `folder`, and returns their number and size.
 */
export function makeCorpus({ count, folder, seed, years }: CorpusOptions): Corpus {
  let files = 0;
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    for (const { path, content } of writeArticle(index, seed, years)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      files += 1;
      bytes += Buffer.byteLength(content);
    }
  }
  return { articles: count, translations: files - count, bytes };
}
