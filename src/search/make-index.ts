import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { clearWay, keepSealed, loadSealed } from '../cache/kept-file.ts';
import { searchIndexAddress } from '../edition/list-addresses.ts';
import { indexParts } from './index-parts.ts';
import type { SearchRecord } from './search-record.ts';
import { searchVersion } from './search-version.ts';
import { type IndexPart, splitRecords } from './split-records.ts';

export interface MakeIndexOptions {
  readonly records: readonly SearchRecord[];
  /** The rendered text by its key. */
  readonly bodyOf: (key: string) => Promise<string>;
  /** Absolute; this publication's alone; safe to lose. */
  readonly cacheDir: string;
  /** Articles of one part of the index; default: 500, about a second and 150 MB. */
  readonly most?: number;
}

/** A file of the index: a copy of one in the cache (`from`, absolute), or its content. */
export type IndexFile = {
  /** Below the site's folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
} & ({ readonly from: string } | { readonly content: string });

/** How a file was when it was last hashed: where all but the hash is the same, so is that. */
type KeptFile = readonly [sha256: string, size: number, changed: number, inode: number];

/** The files of a kept part by their paths. */
type KeptFiles = Readonly<Record<string, KeptFile>>;

/** A part of the index whose files are in the cache. */
interface MadePart extends IndexPart {
  /** Absolute. */
  readonly folder: string;
  readonly files: KeptFiles;
}

/** The script that reads every part, as each part brings it. */
const reader = 'pagefind.js';

/** Says of a part which languages are in it, and which program reads each. */
const entry = 'pagefind-entry.json';

/**
 * Makes the search index of these articles in the cache and lists its files: a folder for each
 * part, the script that reads them, and `parts.json`, which names the parts of each language. A part
 * that is in the cache stays as it is where all that it is made from is the same and no file is
 * damaged. Writes into the cache only.
 *
 * @throws {Error} when the index cannot be made
 */
export async function makeIndex(options: MakeIndexOptions): Promise<IndexFile[]> {
  const { records, bodyOf, cacheDir, most = 500 } = options;
  const version = await searchVersion();
  const places = splitRecords(records, most).map((part) => {
    const key = hashOf(JSON.stringify([version, part.name, part.records]));
    return { part, place: `search/${part.name}-${key.slice(0, 16)}` };
  });
  await clearWay(cacheDir, 'search/part');
  await removeOthers(cacheDir, new Set(places.map(({ place }) => place)));
  const kept = new Map<string, KeptFiles>();
  for (const { place } of places) {
    const files = await loadPart(cacheDir, place);
    if (files) kept.set(place, files);
    else await rm(join(cacheDir, place), { recursive: true, force: true });
  }
  const lost = places.filter(({ place }) => !kept.has(place));
  await indexParts(
    lost.map(({ part, place }) => ({ ...part, folder: join(cacheDir, place, 'files') })),
    bodyOf,
  );
  for (const { place } of lost) kept.set(place, await keepPart(cacheDir, place));
  return listFiles(
    places.map(({ part, place }) => ({
      ...part,
      folder: join(cacheDir, place, 'files'),
      files: kept.get(place) ?? {},
    })),
  );
}

async function removeOthers(cacheDir: string, wanted: ReadonlySet<string>): Promise<void> {
  const known = await readdir(join(cacheDir, 'search')).catch(() => []);
  for (const name of known)
    if (!wanted.has(`search/${name}`))
      await rm(join(cacheDir, 'search', name), { recursive: true, force: true });
}

/** Writes down how the files of a new part are: last, so that one that was interrupted has no list. */
async function keepPart(cacheDir: string, place: string): Promise<KeptFiles> {
  const folder = join(cacheDir, place, 'files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(folder.length + 1));
  const files: Record<string, KeptFile> = {};
  for (const path of paths.map((path) => path.replaceAll(sep, '/')).sort()) {
    files[path] = await hashFile(join(folder, path));
  }
  await keepSealed(cacheDir, `${place}/list.json`, JSON.stringify(files));
  return files;
}

/**
 * The files of a kept part; undefined where there is none, or a file is missing or damaged. A file
 * that looks as it did is not read: a cache that was copied (on CI) is read once.
 */
async function loadPart(cacheDir: string, place: string): Promise<KeptFiles | undefined> {
  const list = loadSealed(cacheDir, `${place}/list.json`);
  if (!list) return undefined;
  const known = JSON.parse(list.toString()) as KeptFiles;
  const files: Record<string, KeptFile> = {};
  let isCopied = false;
  for (const [path, was] of Object.entries(known)) {
    const file = join(cacheDir, place, 'files', path);
    // Asked one after another: for thousands of small files that costs less than side by side.
    const is = statSync(file, { throwIfNoEntry: false });
    if (!is?.isFile() || is.size !== was[1]) return undefined;
    const isSame = is.mtimeMs === was[2] && is.ino === was[3];
    const now = isSame ? was : await hashFile(file);
    if (now[0] !== was[0]) return undefined;
    files[path] = now;
    isCopied ||= !isSame;
  }
  if (isCopied) await keepSealed(cacheDir, `${place}/list.json`, JSON.stringify(files));
  return files;
}

async function hashFile(file: string): Promise<KeptFile> {
  const { size, mtimeMs, ino } = statSync(file);
  return [hashOf(await readFile(file)), size, mtimeMs, ino];
}

/** Of the programs that each part brings, the one that the newest part of its language is read by. */
async function listFiles(parts: readonly MadePart[]): Promise<IndexFile[]> {
  const below = searchIndexAddress.slice(1);
  const seen = new Set<string>();
  const files: IndexFile[] = [];
  const list: Record<string, { name: string; tag: string; years: readonly number[] }[]> = {};
  for (const { name, language, years, folder, files: kept } of parts) {
    const program = seen.has(language) ? '' : await programOf(join(folder, entry), language);
    const add = (path: string, file: string) => {
      const [sha256, size] = kept[path] ?? ['', 0];
      files.push({ file: below + file, from: join(folder, path), sha256, size });
    };
    if (seen.size === 0) add(reader, reader);
    for (const path of Object.keys(kept))
      if (path !== reader && (!path.startsWith('wasm.') || path === program))
        add(path, `${name}/${path}`);
    seen.add(language);
    list[language] ??= [];
    list[language].push({ name, tag: (kept[entry]?.[0] ?? '').slice(0, 8), years });
  }
  const content = `${JSON.stringify(list)}\n`;
  const size = Buffer.byteLength(content);
  return [...files, { file: `${below}parts.json`, content, sha256: hashOf(content), size }];
}

async function programOf(file: string, language: string): Promise<string> {
  const { languages } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
  };
  return `wasm.${languages[language]?.wasm ?? 'unknown'}.pagefind`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
