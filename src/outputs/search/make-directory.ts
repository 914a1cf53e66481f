import { hash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type FolderFacts,
  filesFolder,
  loadStoredFolder,
} from '../../system/cache/cached-folder.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import { draftOf, keepDraft } from './keep-draft.ts';
import { entry, type IndexCache, type MadePart } from './make-parts.ts';
import { indexCode } from './plan-index.ts';
import { loadWordList, wordFile } from './word-list.ts';
import { writeDirectory } from './write-directory.ts';

/** The directory of a language: it says which parts have a word. Its files are in the cache. */
export interface MadeDirectory {
  readonly language: string;
  /** An absolute path. */
  readonly folder: string;
  readonly files: FolderFacts;
}

/** The largest number of parts that a search opens without a directory: 4,000 articles. */
const fewParts = 8;

/**
 * Makes the directory of a language, unless the cache has it. Undefined where the index has few parts.
 *
 * @param parts those of the language, from new to old
 * @param few the largest number of parts without a directory
 */
export async function makeDirectory(
  parts: readonly MadePart[],
  cache: IndexCache,
  few = fewParts,
): Promise<MadeDirectory | undefined> {
  const [newest] = parts;
  if (newest === undefined || parts.length <= few) return undefined;
  const { language } = newest;
  const facts = parts.map(({ name, files }) => [
    name,
    files.find(({ file }) => file === wordFile)?.sha256,
  ]);
  const key = hash('sha256', JSON.stringify([hashCode(indexCode), facts]));
  const name = `${cache.publicationCache}/search/${language}-words-${key.slice(0, 16)}`;
  await removeOthers(name, language, cache);
  const kept = await loadStoredFolder(cache.cacheDir, name);
  const folder = filesFolder(cache.cacheDir, name);
  if (kept) return { language, folder, files: kept.files };
  const draft = draftOf(cache.cacheDir, name);
  try {
    const lists = [];
    for (const { name, folder } of parts.toReversed())
      lists.push({ name, words: await loadWordList(folder) });
    const list = await readFile(join(newest.folder, entry), 'utf8');
    await writeDirectory(draft, lists, { language, entry: list });
    const { files } = await keepDraft(cache.cacheDir, name, { draft, note: {} });
    return { language, folder, files };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeOthers(wanted: string, language: string, cache: IndexCache) {
  const below = `${cache.publicationCache}/search`;
  const folder = join(cache.cacheDir, below);
  for (const name of await readdir(folder).catch(() => []))
    if (name.startsWith(`${language}-words-`) && `${below}/${name}` !== wanted)
      await rm(join(folder, name), { recursive: true, force: true });
}
