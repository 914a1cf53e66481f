import { existsSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../cache/make-folder.mjs';
import { terminal } from '../terminal/terminal.ts';
import { applyChanges, finishChanges } from './apply-changes.ts';
import { checkReplaceable } from './check-replaceable.ts';
import { holdLock } from './hold-lock.mjs';
import { explainDiskError, explainLimit, isDiskFull, pathOf } from './hosting-error.ts';
import { type OutputFolders, outputFolders, PARTS, type Part } from './output-folders.ts';

export interface BuildIntoOptions {
  /** The folder of articles: the output may neither contain it nor lie in it. */
  readonly contentDir?: string;
  /** Where the build keeps what the next one may use, so that a full disk is named as what it is. */
  readonly cacheDir?: string;
  /** Told once when another build is at work and this one waits. */
  readonly onWait?: (message: string) => void;
}

/**
 * Runs `build` on an empty staging folder and then moves the files that it wrote there to their
 * places in `outDir`; all others but those that `build` returns as kept are removed. What it writes
 * into the folder of the same name with `-hosting` behind it goes beside `outDir` in the same way.
 * When `build` throws, or the process is killed, `outDir` stays as it was. Builds of one `outDir`
 * run one after another.
 *
 * @param outDir need not exist; a link to a folder stays a link
 * @param build gets the absolute path of the staging folder, which exists and is empty, and `keep`,
 *   to be called for each file of the previous output that stays
 * @throws {HostingError} when `outDir` is no folder that may be replaced, or the disk refuses
 */
export async function buildInto(
  outDir: string,
  build: (stagingDir: string, keep: (part: Part, file: string) => void) => Promise<void>,
  { contentDir, cacheDir, onWait = terminal().say }: BuildIntoOptions = {},
): Promise<void> {
  const folders = await outputFolders(outDir);
  await checkReplaceable(folders, contentDir);
  const release = await lockFolders(folders, outDir, onWait);
  try {
    await explained(outDir, prepare(folders));
    const kept = { '': new Set<string>(), '-hosting': new Set<string>() };
    const keep = (part: Part, file: string) => kept[part].add(file);
    const work = () => build(folders.staging, keep);
    await runBuild(work, folders.staging, outDir, cacheDir);
    // Somebody may have put something there in the meantime.
    await checkReplaceable(folders, contentDir);
    await explained(outDir, applyChanges(folders, kept));
  } catch (error) {
    await clearStaging(folders).catch(() => {});
    throw error;
  } finally {
    await release();
  }
}

/**
 * Ends changes of `outDir` that were interrupted by a kill or a crash. Quick when there is nothing
 * to do; leaves a build that is at work alone.
 *
 * @throws {HostingError} when the disk refuses
 */
export async function repairOutput(outDir: string): Promise<void> {
  const folders = await outputFolders(outDir);
  if (![folders.journal, folders.undo].some(existsSync)) return;
  const release = await explained(outDir, holdLock(folders.lock, { wait: false }));
  if (release === undefined) return;
  try {
    await explained(outDir, finishChanges(folders));
  } finally {
    await release();
  }
}

async function lockFolders(
  folders: OutputFolders,
  outDir: string,
  onWait: (message: string) => void,
): Promise<() => Promise<void>> {
  const locked = holdLock(folders.lock, {
    onWait: (holder) =>
      onWait(`Another build (${holder}) is writing ${outDir}; waiting for it …`),
  });
  return (await explained(outDir, locked)) ?? (async () => {});
}

async function prepare(folders: OutputFolders): Promise<void> {
  await finishChanges(folders);
  await makeFolder(folders.staging);
}

/** A failure of the build's own keeps its words: an article that cannot be read is no matter of
 * the output folder. */
async function runBuild(
  build: () => Promise<void>,
  staging: string,
  outDir: string,
  cacheDir: string | undefined,
): Promise<void> {
  try {
    await build();
  } catch (error) {
    const about = await folderOf(error, staging, cacheDir);
    if (about === undefined) throw explainLimit(error);
    throw about === staging
      ? explainDiskError(error, outDir)
      : explainDiskError(error, about, 'CACHE_DIR');
  }
}

/** Which of the two folders a failure is about; undefined where it is none of the disk's. */
async function folderOf(
  error: unknown,
  staging: string,
  cacheDir: string | undefined,
): Promise<string | undefined> {
  const path = pathOf(error);
  // The cache may contain the output, and the other way round: the longer one is meant.
  const containing = [staging, ...(cacheDir === undefined ? [] : [cacheDir])]
    .filter((folder) => path?.startsWith(folder))
    .sort((a, b) => b.length - a.length);
  if (containing[0] !== undefined) return containing[0];
  if (!isDiskFull(error)) return undefined;
  // Mostly a full disk does not say where.
  if (cacheDir === undefined || (await refuses(staging))) return staging;
  if (await refuses(cacheDir)) return cacheDir;
  return (await freeOf(cacheDir)) < (await freeOf(staging)) ? cacheDir : staging;
}

/** Whether a disk is full, of bytes or of files: the one sure way is to try. */
async function refuses(folder: string): Promise<boolean> {
  const probe = join(folder, `.room-${process.pid}`);
  try {
    await writeFile(probe, Buffer.alloc(16_384, 1));
    return false;
  } catch (error) {
    return isDiskFull(error);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** Bytes that may still be written. */
async function freeOf(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize;
}

async function explained<T>(outDir: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explainDiskError(error, outDir);
  }
}

async function clearStaging({ staging }: OutputFolders): Promise<void> {
  for (const part of PARTS) await rm(staging + part, { recursive: true, force: true });
}
