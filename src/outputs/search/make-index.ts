import { hash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { searchIndexAddress } from '../../publication/edition/list-addresses.ts';
import { clearWay, LostFromCache } from '../../system/cache/cached-file.ts';
import {
  type FolderFacts,
  filesFolder,
  loadStoredFolder,
  storeFolder,
} from '../../system/cache/cached-folder.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import type { ChoiceList } from './choice-files.ts';
import { indexParts } from './index-pool.ts';
import { listKnownWords } from './known-words.ts';
import type { SearchRecord } from './search-record.ts';
import { type RecordGroup, splitRecords } from './split-records.ts';

export interface MakeIndexOptions {
  readonly records: readonly SearchRecord[];
  /** Gives a rendered text by its key. */
  readonly bodyOf: (key: string) => Promise<string>;
  /** Files that the page needs besides: see `choice-files.ts`. */
  readonly choices?: ReadonlyMap<string, ChoiceList>;
  /** An absolute path. */
  readonly cacheDir: string;
  /** The folder of this publication in the cache: a path below it, with `/`. */
  readonly publicationCache: string;
  /** The maximum number of articles in a part. Default: 500, about a second and 150 MB. */
  readonly max?: number;
}

/** A file of the index: either a file in the cache (`from`, absolute), or its content. */
export type IndexFile = {
  /** The path below the output folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
} & ({ readonly from: string } | { readonly content: string });

/** A part of the index whose files are in the cache. */
interface MadePart extends RecordGroup {
  /** An absolute path. */
  readonly folder: string;
  readonly files: FolderFacts;
}

/** The script that reads an index. Every part contains it. */
const reader = 'pagefind.js';

/** Lists the languages of a part and the WebAssembly program for each. */
const entry = 'pagefind-entry.json';

/** The folders of `src` whose code decides the bytes of an index. */
export const indexCode: readonly string[] = ['outputs/search', 'language'];

/**
 * Plans the search index of some articles. `kept` is the number of parts in the cache: a part is kept
 * if all its inputs are the same and no file is damaged. `lost` is the number of parts to make. `make`
 * writes them to the cache and lists all files of the index: a folder for each part, the script that
 * reads them, `parts.json`, which names the parts of each language, its words for proposals, and `choices`. It throws where
 * the index cannot be made.
 */
export async function planIndex(options: MakeIndexOptions): Promise<{
  readonly lost: number;
  readonly kept: number;
  readonly make: () => Promise<IndexFile[]>;
}> {
  const { records, bodyOf, cacheDir, publicationCache, max = 500 } = options;
  const { choices = new Map() } = options;
  const version = hashCode(indexCode);
  const places = splitRecords(records, max).map((part) => {
    const key = hash('sha256', JSON.stringify([version, part.name, part.records]));
    return { part, name: `${publicationCache}/search/${part.name}-${key.slice(0, 16)}` };
  });
  await clearWay(cacheDir, `${publicationCache}/search/part`);
  await removeOtherParts(cacheDir, publicationCache, new Set(places.map(({ name }) => name)));
  const made = new Map<string, FolderFacts>();
  for (const { name } of places) {
    const kept = await loadStoredFolder(cacheDir, name);
    if (kept) made.set(name, kept.files);
    else await rm(join(cacheDir, name), { recursive: true, force: true });
  }
  const lost = places.filter(({ name }) => !made.has(name));
  const make = async () => {
    await indexParts(
      lost.map(({ part, name }) => ({ ...part, folder: filesFolder(cacheDir, name) })),
      bodyOf,
    );
    for (const { name } of lost) {
      const { files } = await storeFolder(cacheDir, name, {});
      // Another process has deleted files in the meantime.
      if (![reader, entry].every((one) => files.some(({ file }) => file === one)))
        throw new LostFromCache(join(cacheDir, name));
      made.set(name, files);
    }
    return listIndexFiles(
      places.map(({ part, name }) => ({
        ...part,
        folder: filesFolder(cacheDir, name),
        files: made.get(name) ?? [],
      })),
      choices,
    );
  };
  return { lost: lost.length, kept: places.length - lost.length, make };
}

async function removeOtherParts(
  cacheDir: string,
  publicationCache: string,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const folder = join(cacheDir, publicationCache, 'search');
  for (const name of await readdir(folder).catch(() => []))
    if (!wanted.has(`${publicationCache}/search/${name}`))
      await rm(join(folder, name), { recursive: true, force: true });
}

/** Each part contains several programs. Only that for the newest part of each language is listed. */
async function listIndexFiles(
  parts: readonly MadePart[],
  choices: ReadonlyMap<string, ChoiceList>,
): Promise<IndexFile[]> {
  if (parts.length === 0) return [];
  const below = searchIndexAddress.slice(1);
  const seen = new Set<string>();
  const files: IndexFile[] = [];
  const list: Record<string, { name: string; tag: string; years: readonly number[] }[]> = {};
  for (const { name, language, years, folder, files: kept } of parts) {
    const program = seen.has(language) ? '' : await programOf(join(folder, entry), language);
    let tag = '';
    for (const { file, sha256, size } of kept) {
      const from = join(folder, file);
      if (file === entry) tag = sha256.slice(0, 8);
      if (file !== reader && (!file.startsWith('wasm.') || file === program))
        files.push({ file: `${below}${name}/${file}`, from, sha256, size });
      else if (file === reader && seen.size === 0)
        files.push({ file: below + file, from, sha256, size });
    }
    seen.add(language);
    list[language] ??= [];
    list[language].push({ name, tag, years });
  }
  const words = Map.groupBy(parts, ({ language }) => language);
  return [
    ...files,
    toFile(`${below}parts.json`, list),
    ...[...choices].map(([file, list]) => toFile(below + file, list)),
    ...[...words].map(([language, own]) =>
      toFile(
        `${below}words-${language}.json`,
        listKnownWords(own.flatMap(({ records }) => records)),
      ),
    ),
  ];
}

function toFile(file: string, value: unknown): IndexFile {
  const content = `${JSON.stringify(value)}\n`;
  const size = Buffer.byteLength(content);
  return { file, content, sha256: hash('sha256', content), size };
}

async function programOf(file: string, language: string): Promise<string> {
  // The cache has checked the hash of the file.
  const { languages } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  return `wasm.${languages[language]?.wasm ?? 'unknown'}.pagefind`;
}
