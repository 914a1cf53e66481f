import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { clearWay, keepSealed, loadSealed } from '../cache/kept-file.ts';
import { indexRecords } from './index-records.ts';
import type { SearchRecord } from './search-record.ts';
import { searchVersion } from './search-version.ts';
import { splitRecords } from './split-records.ts';

export interface PlaceIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The rendered text by its key. */
  readonly bodyOf: (key: string) => Promise<string>;
  /** Absolute; this publication's alone; safe to lose. */
  readonly cacheDir: string;
  /** Where the index is to stand: absolute, not there yet. */
  readonly folder: string;
  /** Articles of one part of the index; 2,000 where nothing is said: some seconds, some 400 MB. */
  readonly most?: number;
}

/** SHA-256 of every file of a kept part by its path, and of all that it was made from. */
interface KeptPart {
  readonly key: string;
  readonly files: Readonly<Record<string, string>>;
}

/** The script that reads every part, as each part brings it. */
const reader = 'pagefind.js';

/**
 * Puts the search index of these articles into `folder`: a folder for each part, the script that
 * reads them, and `parts.json`, which names the parts, the newest first, with their languages. A
 * part is the one kept in the cache where nothing that it is made from has changed and none of its
 * files either, else a new one.
 */
export async function placeIndex(options: PlaceIndexOptions): Promise<void> {
  const { records, cacheDir, folder, most = 2000 } = options;
  const parts = splitRecords(records, most);
  const place = join(cacheDir, 'search');
  await clearWay(cacheDir, 'search/part');
  await removeOthers(place, new Set(parts.map(({ name }) => name)));
  const version = await searchVersion();
  for (const { name, records } of parts) {
    const key = hashOf(JSON.stringify([version, records]));
    const target = join(folder, name);
    await placePart(name, key, { ...options, records, folder: target });
    // Each part brings the same one.
    await rename(join(target, reader), join(folder, reader));
  }
  const list = parts.map(({ name, records }) => ({ name, languages: languagesOf(records) }));
  await writeFile(join(folder, 'parts.json'), `${JSON.stringify(list)}\n`);
}

/** In lower case, as the index and addresses have them. */
function languagesOf(records: readonly SearchRecord[]): string[] {
  return [...new Set(records.map(({ language }) => language.toLowerCase()))].sort();
}

async function removeOthers(place: string, wanted: ReadonlySet<string>): Promise<void> {
  const known = await readdir(place).catch(() => []);
  for (const name of known)
    if (!wanted.has(name)) await rm(join(place, name), { recursive: true, force: true });
}

async function placePart(name: string, key: string, options: PlaceIndexOptions): Promise<void> {
  const { cacheDir } = options;
  const place = join(cacheDir, 'search', name);
  const kept = loadKept(cacheDir, name);
  if (kept?.key === key && isCopied(place, kept, options.folder)) return;
  await rm(options.folder, { recursive: true, force: true });
  await makeAnew(name, key, options);
  const made = loadKept(cacheDir, name);
  if (made === undefined || !isCopied(place, made, options.folder))
    throw new Error(`${place}: the search index was changed while it was being made`);
}

async function makeAnew(
  name: string,
  key: string,
  { records, bodyOf, cacheDir }: PlaceIndexOptions,
): Promise<void> {
  const place = join(cacheDir, 'search', name);
  await rm(place, { recursive: true, force: true });
  const files = join(place, 'files');
  await indexRecords(records, bodyOf, { folder: files, part: name });
  const hashes: Record<string, string> = {};
  for (const path of await listFiles(files))
    hashes[path] = hashOf(await readFile(join(files, path)));
  const kept: KeptPart = { key, files: hashes };
  // Last, and in one step: an index that was interrupted has no list.
  await keepSealed(cacheDir, listOf(name), JSON.stringify(kept));
}

function loadKept(cacheDir: string, name: string): KeptPart | undefined {
  const list = loadSealed(cacheDir, listOf(name));
  return list && (JSON.parse(list.toString()) as KeptPart);
}

function listOf(name: string): string {
  return `search/${name}/list.json`;
}

/**
 * False where a file is missing or damaged. Waits for the disk: asking it for thousands of small
 * files one after another costs less than asking for them side by side.
 */
function isCopied(place: string, { files }: KeptPart, folder: string): boolean {
  const paths = Object.keys(files);
  for (const path of new Set(paths.map((path) => dirname(path))))
    mkdirSync(join(folder, path), { recursive: true });
  return paths.every((path) => {
    const bytes = readIfThere(join(place, 'files', path));
    if (bytes === undefined || hashOf(bytes) !== files[path]) return false;
    writeFileSync(join(folder, path), bytes);
    return true;
  });
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
    .sort();
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
