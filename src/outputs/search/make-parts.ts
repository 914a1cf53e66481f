import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { clearWay, LostFromCache } from '../../system/cache/cached-file.ts';
import {
  type FolderFacts,
  filesFolder,
  loadStoredFolder,
} from '../../system/cache/cached-folder.ts';
import { indexParts } from './index-pool.ts';
import { draftOf, keepDraft } from './keep-draft.ts';
import { countWords, type WordCounts } from './known-words.ts';
import type { PlannedPart } from './plan-index.ts';
import type { RecordGroup } from './split-records.ts';

/** Where parts are kept. */
export interface IndexCache {
  /** An absolute path. */
  readonly cacheDir: string;
  /** The folder of this publication in the cache: a path below it, with `/`. */
  readonly publicationCache: string;
}

/** A part of the index whose files are in the cache. */
export interface MadePart extends Omit<RecordGroup, 'records'> {
  /** An absolute path. */
  readonly folder: string;
  readonly files: FolderFacts;
  /** How often the words of its headlines occur, for proposals. */
  readonly words: WordCounts;
}

/** What is kept besides the files of a part. */
interface Note {
  readonly words: WordCounts;
}

/** The script that reads an index. Every part contains it. */
export const reader = 'pagefind.js';

/** Lists the languages of a part and the WebAssembly program for each. */
export const entry = 'pagefind-entry.json';

/**
 * Divides parts into those that are in the cache, which are kept if no file is damaged, and those that
 * have to be made.
 */
export async function findParts(
  parts: readonly PlannedPart[],
  cache: IndexCache,
): Promise<{ readonly kept: readonly MadePart[]; readonly lost: readonly PlannedPart[] }> {
  const { cacheDir, publicationCache } = cache;
  await clearWay(cacheDir, `${publicationCache}/search/part`);
  const kept: MadePart[] = [];
  const lost: PlannedPart[] = [];
  for (const part of parts) {
    const made = await loadPart(part, cache);
    if (made) kept.push(made);
    else {
      await rm(join(cacheDir, folderOf(part, cache)), { recursive: true, force: true });
      lost.push(part);
    }
  }
  return { kept, lost };
}

/**
 * Makes parts and writes them to the cache. A part appears there whole, so that two processes may make
 * the same one.
 *
 * @param bodyOf gives a rendered text by its key
 * @throws {Error} where a part cannot be made
 */
export async function makeParts(
  parts: readonly PlannedPart[],
  cache: IndexCache,
  bodyOf: (key: string) => Promise<string>,
): Promise<readonly MadePart[]> {
  const { cacheDir } = cache;
  const drafts = parts.map((part) => ({
    ...part,
    folder: draftOf(cacheDir, folderOf(part, cache)),
  }));
  const storing: Promise<MadePart>[] = [];
  try {
    // A build that is interrupted keeps the parts that were done.
    await indexParts(drafts, bodyOf, ({ folder, ...part }) => {
      storing.push(storePart(part, cache, folder));
    });
    return await Promise.all(storing);
  } finally {
    await Promise.allSettled(storing);
    for (const { folder } of drafts) await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a folder of the index in the cache has no part, but the directory of a language. */
const isDirectory = (name: string) => /-words-[0-9a-f]{16}$/u.test(name);

/** Removes all parts of the publication but these from the cache. */
export async function removeOtherParts(
  parts: readonly PlannedPart[],
  cache: IndexCache,
): Promise<void> {
  const wanted = new Set(parts.map((part) => folderOf(part, cache)));
  const below = `${cache.publicationCache}/search`;
  const folder = join(cache.cacheDir, below);
  for (const name of await readdir(folder).catch(() => []))
    if (!wanted.has(`${below}/${name}`) && !isDirectory(name))
      await rm(join(folder, name), { recursive: true, force: true });
}

async function storePart(
  part: PlannedPart,
  cache: IndexCache,
  draft: string,
): Promise<MadePart> {
  const { cacheDir } = cache;
  const name = folderOf(part, cache);
  const note = { words: countWords(part.records) };
  const { files } = await keepDraft<Note>(cacheDir, name, { draft, note });
  // Another process has deleted files in the meantime.
  if (![reader, entry].every((one) => files.some(({ file }) => file === one)))
    throw new LostFromCache(join(cacheDir, name));
  return toMade(part, filesFolder(cacheDir, name), { files, ...note });
}

async function loadPart(part: PlannedPart, cache: IndexCache): Promise<MadePart | undefined> {
  const name = folderOf(part, cache);
  const kept = await loadStoredFolder<Note>(cache.cacheDir, name);
  return (
    kept && toMade(part, filesFolder(cache.cacheDir, name), { files: kept.files, ...kept.note })
  );
}

function toMade(
  { name, language, years }: PlannedPart,
  folder: string,
  kept: Note & Pick<MadePart, 'files'>,
): MadePart {
  return { name, language, years, folder, ...kept };
}

function folderOf(part: PlannedPart, { publicationCache }: IndexCache): string {
  return partFolder(publicationCache, part);
}

/** The path of a part below the cache, with `/`. */
export function partFolder(
  publicationCache: string,
  { name, key }: Pick<PlannedPart, 'name' | 'key'>,
): string {
  return `${publicationCache}/search/${name}-${key.slice(0, 16)}`;
}
