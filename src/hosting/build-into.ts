import { existsSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../system/cache/make-folder.mjs';
import { terminal } from '../system/terminal/terminal.ts';
import { applyChanges, finishChanges } from './apply-changes.ts';
import { checkReplaceable } from './check-replaceable.ts';
import { holdLock } from './hold-lock.mjs';
import { explainDiskError, explainLimit, isDiskFull, pathOf } from './hosting-error.ts';
import { type OutputPart, outputFolders, outputParts } from './output-folders.ts';

export interface BuildIntoOptions {
  /** The folder of articles: neither may contain the other. */
  readonly contentDir?: string;
  /** The cache, whose disk may be full too. */
  readonly cacheDir?: string;
  /** Called once when this build waits for another one. */
  readonly onWait?: (message: string) => void;
}

/**
 * Runs `build` on an empty staging folder and then moves the files that it wrote there to `outDir`,
 * and those in the folder with the suffix `-hosting` to the one beside `outDir`. All other files are
 * removed but those that `build` keeps. When `build` throws, or the process is killed, `outDir` stays
 * as it was. Builds of one `outDir` run one after another.
 *
 * @param outDir need not exist; a link to a folder stays a link
 * @param build gets the absolute path of the staging folder, and `keep`, which it calls for each file
 *   of the previous output that stays
 * @throws {HostingError} when `outDir` may not be replaced, or the disk fails
 */
export async function buildInto(
  outDir: string,
  build: (stagingDir: string, keep: (part: OutputPart, file: string) => void) => Promise<void>,
  { contentDir, cacheDir, onWait = terminal().info }: BuildIntoOptions = {},
): Promise<void> {
  const folders = await outputFolders(outDir);
  await checkReplaceable(folders, contentDir);
  const locked = holdLock(folders.lock, {
    onWait: (holder) =>
      onWait(`Another build (${holder}) is writing ${outDir}; waiting for it …`),
  });
  const release = await explained(outDir, locked);
  try {
    await explained(outDir, finishChanges(folders));
    await explained(outDir, makeFolder(folders.staging));
    const kept = { '': new Set<string>(), '-hosting': new Set<string>() };
    const keep = (part: OutputPart, file: string) => kept[part].add(file);
    const work = () => build(folders.staging, keep);
    await runBuild(work, folders.staging, outDir, cacheDir);
    // Something may have been put there meanwhile.
    await checkReplaceable(folders, contentDir);
    await explained(outDir, applyChanges(folders, kept));
  } catch (error) {
    for (const part of outputParts)
      await rm(folders.staging + part, { recursive: true, force: true }).catch(() => {});
    throw error;
  } finally {
    await release?.();
  }
}

/**
 * Finishes changes of `outDir` that a kill or a crash interrupted, unless a build is at work.
 *
 * @throws {HostingError} when the disk fails
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

/** Explains only failures of the two folders: an article that cannot be read is not one of them. */
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

/** Which of the two folders a failure is about; undefined where it is another one. */
async function folderOf(
  error: unknown,
  staging: string,
  cacheDir: string | undefined,
): Promise<string | undefined> {
  const path = pathOf(error);
  // One may contain the other: the longer path is meant.
  const containing = [staging, ...(cacheDir === undefined ? [] : [cacheDir])]
    .filter((folder) => path?.startsWith(folder))
    .sort((a, b) => b.length - a.length);
  if (containing[0] !== undefined) return containing[0];
  if (!isDiskFull(error)) return undefined;
  // Errors of a full disk mostly have no path.
  if (cacheDir === undefined || (await refuses(staging))) return staging;
  if (await refuses(cacheDir)) return cacheDir;
  return (await freeOf(cacheDir)) < (await freeOf(staging)) ? cacheDir : staging;
}

/** Whether a disk is full, of bytes or of files: only a try shows it. */
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
