import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeArticle } from './write-article.ts';

export interface CorpusOptions {
  /** How many articles; translations come on top. */
  readonly count: number;
  /** Where they go: an absolute path, made when it is not there. */
  readonly folder: string;
  /** Same seed, same bytes. */
  readonly seed: number;
}

export interface Corpus {
  readonly articles: number;
  readonly translations: number;
  readonly bytes: number;
}

/** Writes `count` articles in Dateline's form below `folder`, and says what it wrote. */
export function makeCorpus({ count, folder, seed }: CorpusOptions): Corpus {
  let files = 0;
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    for (const { path, copy } of writeArticle(index, seed)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, copy);
      files += 1;
      bytes += Buffer.byteLength(copy);
    }
  }
  return { articles: count, translations: files - count, bytes };
}
