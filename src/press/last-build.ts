import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { hashCode } from '../system/cache/hash-code.ts';
import { keepSealed, loadSealed, timeGrain } from '../system/cache/kept-file.ts';
import { allFactsOf, type FolderFacts, stillThere } from '../system/cache/kept-folder.ts';
import { type FolderScan, scanFolder } from '../system/cache/scan-folder.ts';
import type { Recorded } from '../system/terminal/record-terminal.ts';
import { isLargeLedger, type Ledger, ledgerOf, loadLedger } from './ledger.ts';

/** What the last build was made of, and what it said. */
export interface LastBuild {
  /** Of all that a build is made of but the clock; see `fingerprint`. */
  readonly fingerprint: string;
  /** Milliseconds since 1970: the clock of that build, and when another one would differ first. */
  readonly now: number;
  readonly until: number;
  readonly recorded: readonly Recorded[];
  /** Files for hosts, beside the output. */
  readonly hostFiles: FolderFacts;
}

export interface LastBuildPlace {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** The part of the cache for this publication alone, as a path below `CACHE_DIR`. */
  readonly own: string;
  /** The output, absolute. */
  readonly out: string;
}

/**
 * A hash of the code, the settings but for the clock, and the name, size, times and number of every
 * file of the content folder: where it is the same, nothing has changed. No content is read. Undefined
 * where that is not enough to know: a file has just changed, is reached by a link, or cannot be read.
 */
export function fingerprint(place: LastBuildPlace): string | undefined {
  try {
    return hashAll(place);
  } catch {
    // A folder that cannot be read, a name that is no text: the build says what is wrong.
    return undefined;
  }
}

function hashAll({ root, settings }: LastBuildPlace): string | undefined {
  const { now: _, ...others } = settings;
  const hash = createHash('sha256').update(hashCode(root)).update(JSON.stringify(others));
  const latest = Date.now() - timeGrain;
  for (const top of [resolve(root, settings.contentDir), join(root, 'public')])
    for (const entry of entriesBelow(top)) {
      if (!entry.isFile()) return undefined;
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs, ctimeMs, ino } = lstatSync(path);
      if (Math.max(mtimeMs, ctimeMs) > latest) return undefined;
      hash.update(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
    }
  return hash.digest('hex');
}

/** All but what no build looks at, such as the folder of a version control. */
function* entriesBelow(folder: string): Generator<Dirent> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    if (entry.isDirectory()) yield* entriesBelow(join(folder, entry.name));
    else yield entry;
  }
}

export function keepLastBuild(
  { root, settings, own }: LastBuildPlace,
  build: LastBuild,
): Promise<void> {
  return keepSealed(
    resolve(root, settings.cacheDir),
    `${own}/last-build.json`,
    JSON.stringify(build),
  );
}

/**
 * The last build, where another one would make the same, byte for byte, and its output is in place.
 *
 * @param now the present fingerprint
 * @param scan how the output looks
 */
export async function findSameBuild(
  place: LastBuildPlace,
  now: string | undefined,
  scan: Promise<FolderScan>,
): Promise<{ readonly last: LastBuild; readonly ledger: Ledger } | undefined> {
  const { root, settings, own, out } = place;
  const cacheDir = resolve(root, settings.cacheDir);
  const kept = loadSealed(cacheDir, `${own}/last-build.json`);
  if (kept === undefined) return undefined;
  const last = JSON.parse(kept.toString()) as LastBuild;
  if (settings.now < last.now || settings.now >= last.until) return undefined;
  if (now !== last.fingerprint) return undefined;
  const ledger = loadLedger(cacheDir, ledgerOf(own));
  // What was lost or damaged says nothing of the output.
  if (ledger.sheets.size === 0) return undefined;
  const { hostFiles } = last;
  const printed = [...ledger.sheets.values()].map(({ files }) => files);
  const beside = `${out}-hosting`;
  const isWhole =
    isJust(out, printed, await scan) &&
    isJust(beside, [hostFiles], await scanFolder(beside, { aside: false }));
  return isWhole ? { last, ledger } : undefined;
}

/** Scans the output of the last build, in a thread of its own where it is large. */
export function scanOutput({ root, settings, own, out }: LastBuildPlace): Promise<FolderScan> {
  const cacheDir = resolve(root, settings.cacheDir);
  return scanFolder(out, { aside: isLargeLedger(cacheDir, ledgerOf(own)) });
}

/** Whether a folder has these files as they were printed, and no others. */
function isJust(folder: string, lists: readonly FolderFacts[], scan: FolderScan): boolean {
  if (lists.some((files) => stillThere(folder, files, scan) !== files)) return false;
  return scan.count === lists.reduce((sum, files) => sum + files.length, 0);
}

/** Facts of the files for hosts beside an output. */
export function hostFilesOf(out: string): FolderFacts {
  return allFactsOf(`${out}-hosting`);
}
