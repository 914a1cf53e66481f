import { createHash } from 'node:crypto';
import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { projectFiles } from '../newsroom/project-files.ts';
import { isOutputFolder } from '../system/cache/build-folder.ts';
import { loadSealed, storeSealed, timeGrain } from '../system/cache/cached-file.ts';
import { allFactsOf, type FolderFacts, unchangedFacts } from '../system/cache/cached-folder.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { type FolderScan, scanFolder } from '../system/cache/scan-folder.ts';
import type { Recorded } from '../system/terminal/record-terminal.ts';
import { isLargeLedger, ledgerOf, loadPressLedger, type PressLedger } from './ledger.ts';

/** The inputs of the last build, and what it reported. */
export interface LastBuild {
  /** A hash of all inputs except the clock; see `fingerprint`. */
  readonly fingerprint: string;
  /** The absolute path of the theme's folder. */
  readonly theme?: string;
  /** Milliseconds since 1970: the time of that build, and when the next one would first differ. */
  readonly now: number;
  readonly until: number;
  readonly recorded: readonly Recorded[];
  /** Configuration files for hosts, beside the output. */
  readonly hostFiles: FolderFacts;
}

export interface LastBuildPlace {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** The folder of this publication in the cache: a path below `CACHE_DIR`. */
  readonly publicationCache: string;
  /** The output folder: an absolute path. */
  readonly out: string;
}

/**
 * Hashes the code, the settings without the clock, and the name, size, times and inode of every
 * file of the content folder and of the theme in the folder `theme`. No file is read. The same fingerprint means that nothing has changed.
 * Undefined where that is not certain: a file has just changed, is a link, or cannot be accessed.
 */
export function fingerprint(place: LastBuildPlace, theme?: string): string | undefined {
  try {
    return hashAll(place, theme);
  } catch {
    // A folder is unreadable, or a name is not UTF-8. The build reports what is wrong.
    return undefined;
  }
}

function hashAll({ root, settings }: LastBuildPlace, theme?: string): string | undefined {
  const { now: _, ...others } = settings;
  const hash = createHash('sha256').update(hashCode()).update(JSON.stringify(others));
  const latest = Date.now() - timeGrain;
  const add = (path: string) => {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(path);
    hash.update(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
    return Math.max(mtimeMs, ctimeMs) <= latest;
  };
  const addFolder = (folder: string, leftOut: readonly string[] = [], hidden = false) =>
    [...entriesBelow(folder, leftOut, hidden)].every(
      (entry) => entry.isFile() && add(join(entry.parentPath, entry.name)),
    );
  const content = resolve(root, settings.contentDir);
  if (!addFolder(content, projectFiles(root, settings))) return undefined;
  if (!addFolder(join(packageFolder(), 'public'))) return undefined;
  const themes = [...new Set([join(root, 'theme'), theme ?? ''])].filter(existsSync);
  if (themes.length === 0) return hash.digest('hex');
  const lockfile = join(root, 'package-lock.json');
  const isOld =
    themes.every((folder) => addFolder(folder, [], true)) &&
    (!existsSync(lockfile) || add(lockfile));
  return isOld ? hash.digest('hex') : undefined;
}

/** Lists all files except those that no build reads, such as a `.git` folder or the output itself. */
function* entriesBelow(
  folder: string,
  leftOut: readonly string[],
  hidden: boolean,
  path = '',
): Generator<Dirent> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const { name } = entry;
    const below = path + name.normalize('NFC');
    if ((name.startsWith('.') && !hidden) || name === 'node_modules' || leftOut.includes(below))
      continue;
    if (!entry.isDirectory()) yield entry;
    else if (!isOutputFolder(name, names))
      yield* entriesBelow(join(folder, name), leftOut, hidden, `${below}/`);
  }
}

export function keepLastBuild(
  { root, settings, publicationCache }: LastBuildPlace,
  build: LastBuild,
): Promise<void> {
  return storeSealed(
    resolve(root, settings.cacheDir),
    `${publicationCache}/last-build.json`,
    JSON.stringify(build),
  );
}

/** The last build of a publication, if the cache has it. */
export function loadLastBuild({
  root,
  settings,
  publicationCache,
}: LastBuildPlace): LastBuild | undefined {
  const kept = loadSealed(
    resolve(root, settings.cacheDir),
    `${publicationCache}/last-build.json`,
  );
  // The seal is a hash: the content is what `keepLastBuild` wrote.
  return kept && (JSON.parse(kept.toString()) as LastBuild);
}

/**
 * The ledger of the last build if a new one would give the same bytes and its output is still complete.
 *
 * @param now the current fingerprint
 * @param scan the current state of the output folder
 */
export async function findSameOutput(
  { root, settings, publicationCache, out }: LastBuildPlace,
  last: LastBuild,
  now: string | undefined,
  scan: Promise<FolderScan>,
): Promise<PressLedger | undefined> {
  const cacheDir = resolve(root, settings.cacheDir);
  if (settings.now < last.now || settings.now >= last.until) return undefined;
  if (now !== last.fingerprint) return undefined;
  const ledger = loadPressLedger(cacheDir, ledgerOf(publicationCache));
  // A lost or damaged ledger says nothing about the output.
  if (ledger.sheets.size === 0) return undefined;
  const { hostFiles } = last;
  const printed = [...ledger.sheets.values()].map(({ files }) => files);
  const beside = `${out}-hosting`;
  const isWhole =
    hasExactly(out, printed, await scan) &&
    hasExactly(beside, [hostFiles], await scanFolder(beside, { aside: false }));
  return isWhole ? ledger : undefined;
}

/** Scans the output of the last build, in a separate thread where it is large. */
export function scanOutput({
  root,
  settings,
  publicationCache,
  out,
}: LastBuildPlace): Promise<FolderScan> {
  const cacheDir = resolve(root, settings.cacheDir);
  return scanFolder(out, { aside: isLargeLedger(cacheDir, ledgerOf(publicationCache)) });
}

/** Whether a folder has these files, unchanged, and no others. */
function hasExactly(folder: string, lists: readonly FolderFacts[], scan: FolderScan): boolean {
  if (lists.some((files) => unchangedFacts(folder, files, scan) !== files)) return false;
  return scan.count === lists.reduce((sum, files) => sum + files.length, 0);
}

/** The facts of the configuration files for hosts beside an output folder. */
export function hostFilesOf(out: string): FolderFacts {
  return allFactsOf(`${out}-hosting`);
}
