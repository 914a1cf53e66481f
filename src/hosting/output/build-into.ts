import { existsSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../system/cache/make-folder.mjs';
import { holdLock } from '../../system/processes/hold-lock.mjs';
import { terminal } from '../../system/terminal/terminal.ts';
import { explainDiskError, explainLimit, isDiskFull, pathOf } from '../hosting-error.ts';
import { applyChanges, finishChanges } from './apply-changes.ts';
import { checkReplaceable } from './check-replaceable.ts';
import { type OutputPart, outputFolders, outputParts } from './output-folders.ts';

export interface BuildIntoOptions {
  /** The content folder; neither may contain the other. Absent where no build reads the output. */
  readonly contentDir?: string;
  /** The cache, whose disk may also be full. */
  readonly cacheDir?: string;
  /** Called once if this build waits for another one. */
  readonly onWait?: (message: string) => void;
}

/**
 * Runs `build` on an empty staging folder, then moves the files that it wrote to `outDir`, and those
 * in the staging folder with the suffix `-hosting` to the folder beside `outDir`. It removes all other
 * files except those that `build` keeps. If `build` throws or the process is killed, `outDir` is
 * unchanged. Builds of one `outDir` run one after another.
 *
 * @param outDir need not exist; a link to a folder remains a link
 * @param build gets the absolute path of the staging folder, and `keep` for each file of the previous
 *   output that stays
 * @throws {HostingError} if `outDir` may not be replaced, or the disk fails
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
  const release = await explainErrors(outDir, locked);
  try {
    await explainErrors(outDir, finishChanges(folders));
    await explainErrors(outDir, makeFolder(folders.staging));
    const kept = { '': new Set<string>(), '-hosting': new Set<string>() };
    const keep = (part: OutputPart, file: string) => kept[part].add(file);
    const work = () => build(folders.staging, keep);
    await runBuild(work, folders.staging, outDir, cacheDir);
    // Somebody may have written there in the meantime.
    await checkReplaceable(folders, contentDir);
    await explainErrors(outDir, applyChanges(folders, kept));
  } catch (error) {
    for (const part of outputParts)
      await rm(folders.staging + part, { recursive: true, force: true }).catch(() => {});
    throw error;
  } finally {
    await release?.();
  }
}

/**
 * Finishes changes to `outDir` that a kill or a crash interrupted, unless a build is running.
 *
 * @throws {HostingError} if the disk fails
 */
export async function repairOutput(outDir: string): Promise<void> {
  const folders = await outputFolders(outDir);
  if (![folders.journal, folders.undo].some(existsSync)) return;
  const release = await explainErrors(outDir, holdLock(folders.lock, { wait: false }));
  if (release === undefined) return;
  try {
    await explainErrors(outDir, finishChanges(folders));
  } finally {
    await release();
  }
}

/** Explains errors of the staging folder and the cache, and no others. */
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

/** The one of the two folders that an error is about, if any. */
async function folderOf(
  error: unknown,
  staging: string,
  cacheDir: string | undefined,
): Promise<string | undefined> {
  const path = pathOf(error);
  // One may contain the other: the longer path counts.
  const containing = [staging, ...(cacheDir === undefined ? [] : [cacheDir])]
    .filter((folder) => path?.startsWith(folder))
    .sort((a, b) => b.length - a.length);
  if (containing[0] !== undefined) return containing[0];
  if (!isDiskFull(error)) return undefined;
  // Errors of a full disk mostly have no path.
  if (cacheDir === undefined || (await isFull(staging))) return staging;
  if (await isFull(cacheDir)) return cacheDir;
  return (await freeOf(cacheDir)) < (await freeOf(staging)) ? cacheDir : staging;
}

/** Whether the disk of a folder is full, of bytes or of files. Only writing shows it. */
async function isFull(folder: string): Promise<boolean> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await writeFile(probe, Buffer.alloc(16_384, 1));
    return false;
  } catch (error) {
    return isDiskFull(error);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** Free bytes on the disk of a folder. */
async function freeOf(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? Number.POSITIVE_INFINITY : disk.bavail * disk.bsize;
}

async function explainErrors<T>(outDir: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explainDiskError(error, outDir);
  }
}
