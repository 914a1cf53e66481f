import { existsSync, lstatSync } from 'node:fs';
import { link, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { listFiles } from '../../system/cache/list-files.ts';
import { readLines, writePieces } from '../../system/cache/text-files.ts';
import { type OutputFolders, type OutputPart, outputParts } from './output-folders.ts';

/** The changes of a build to one folder: paths of files below it, with `/`. */
export interface Changes {
  /** Whether the folder existed before. */
  readonly existed: boolean;
  /** Files to take from the staging folder. */
  readonly put: readonly string[];
  readonly remove: readonly string[];
}

/** What a build changes. */
export type Journal = Readonly<Record<OutputPart, Changes>>;

/** Files of the previous output that stay; the others are removed or replaced. */
export type KeptFiles = Readonly<Record<OutputPart, ReadonlySet<string>>>;

/**
 * Moves each file of the staging folder to its place in the output, and removes the files that are
 * neither staged nor kept. It writes a journal first and moves replaced files aside, so that the next
 * command can continue from any point after a crash (`finishChanges`). The caller holds the lock.
 *
 * @throws {Error} of the disk, if a file cannot be moved; the output is then unchanged
 */
export async function applyChanges(folders: OutputFolders, kept: KeptFiles): Promise<void> {
  const journal: Journal = {
    '': changesOf(folders, '', kept['']),
    '-hosting': changesOf(folders, '-hosting', kept['-hosting']),
  };
  // Renamed into place, so that nobody reads half of it.
  writePieces(`${folders.journal}.new`, formatJournal(journal));
  await rename(`${folders.journal}.new`, folders.journal);
  try {
    await goForward(folders, journal);
  } catch (error) {
    await rename(folders.journal, folders.undo);
    await goBack(folders, journal);
    await clear(folders);
    throw error;
  }
  await clear(folders);
}

/**
 * Finishes interrupted changes, if there are any. The output is then that of the last complete build.
 * The caller holds the lock.
 */
export async function finishChanges(folders: OutputFolders): Promise<void> {
  const { journal, undo } = folders;
  if (existsSync(journal)) await goForward(folders, readJournal(journal));
  else if (existsSync(undo)) await goBack(folders, readJournal(undo));
  await clear(folders);
}

/** A line of a journal: a folder, with whether it existed before, or a file of the last folder. */
type JournalLine =
  | { readonly part: OutputPart; readonly existed: boolean }
  | { readonly put: string }
  | { readonly remove: string };

/** Formats a journal line by line: that of millions of files is longer than the longest string. */
export function* formatJournal(journal: Journal): Generator<string> {
  const line = (value: JournalLine) => `${JSON.stringify(value)}\n`;
  for (const part of outputParts) {
    const { existed, put, remove } = journal[part];
    yield line({ part, existed });
    for (const file of remove) yield line({ remove: file });
    for (const file of put) yield line({ put: file });
  }
}

/** Journals are renamed into place, so a journal that exists is complete. */
function readJournal(path: string): Journal {
  const nothing = () => ({ existed: false, put: [] as string[], remove: [] as string[] });
  const journal = { '': nothing(), '-hosting': nothing() };
  let changes = journal[''];
  for (const line of readLines(path)) {
    const value = JSON.parse(line) as JournalLine | Journal;
    // Versions before 0.2 wrote a journal as one line.
    if ('' in value) return value;
    if ('part' in value) {
      changes = journal[value.part];
      changes.existed = value.existed;
    } else if ('put' in value) changes.put.push(value.put);
    else changes.remove.push(value.remove);
  }
  return journal;
}

function changesOf(
  { out, staging }: OutputFolders,
  part: OutputPart,
  kept: ReadonlySet<string>,
): Changes {
  const existed = existsSync(out + part);
  const put = existsSync(staging + part) ? listFiles(staging + part) : [];
  const staged = new Set(put);
  const remove = existed
    ? listFiles(out + part).filter((file) => !staged.has(file) && !kept.has(file))
    : [];
  return { existed, put, remove };
}

/** Each step looks at which files exist, so that all can be repeated after a crash. */
async function goForward(folders: OutputFolders, journal: Journal): Promise<void> {
  const { out, staging, previous, made } = folders;
  for (const part of outputParts) {
    const [to, from, aside] = [out + part, staging + part, previous + part];
    const { put, remove } = journal[part];
    // Removals first: a new file may have the name of a folder, or an old name in another case.
    for (const file of remove) if (isThere(join(to, file))) await moveFile(to, aside, file);
    await removeEmpty(to, remove);
    if (!existsSync(to) && existsSync(from)) await move(from, to);
    for (const file of put) {
      if (!existsSync(join(from, file))) continue;
      if (isThere(join(to, file)) && !isThere(join(aside, file)))
        await linkFile(to, aside, file);
      await moveFile(from, to, file);
    }
  }
  await writeFile(made, '');
}

async function goBack(
  { out, staging, previous }: OutputFolders,
  journal: Journal,
): Promise<void> {
  for (const part of outputParts) {
    const [to, from, aside] = [out + part, staging + part, previous + part];
    const { existed, put } = journal[part];
    for (const file of put)
      if (!existsSync(join(from, file)) && isThere(join(to, file)))
        await moveFile(to, from, file);
    await removeEmpty(to, put);
    if (!existed) await rm(to, { recursive: true, force: true });
    if (!existsSync(aside)) continue;
    for (const file of listFiles(aside)) await moveFile(aside, to, file);
  }
}

/** Whether a path exists, also as a broken link. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Removes folders of these files that are empty, up to and including `top`. */
async function removeEmpty(top: string, files: readonly string[]): Promise<void> {
  const tried = new Set<string>();
  for (const file of files) {
    for (let folder = dirname(file); !tried.has(folder); folder = dirname(folder)) {
      tried.add(folder);
      // Deepest first: a folder above one that is not empty is not empty.
      const isRemoved = await rmdir(join(top, folder)).then(
        () => true,
        () => false,
      );
      if (!isRemoved || folder === '.') break;
    }
  }
}

async function clear({ previous, staging, journal, undo }: OutputFolders): Promise<void> {
  // First, so that nothing looks interrupted if this is killed.
  await rm(journal, { force: true });
  await rm(undo, { force: true });
  for (const part of outputParts)
    for (const folder of [previous + part, staging + part])
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Gives a file a second name, so that it is never missing. Without hard links, moves it. */
async function linkFile(from: string, to: string, file: string): Promise<void> {
  const target = join(to, file);
  await mkdir(dirname(target), { recursive: true });
  await link(join(from, file), target).catch(() => move(join(from, file), target));
}

async function moveFile(from: string, to: string, file: string): Promise<void> {
  const target = join(to, file);
  try {
    await move(join(from, file), target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(target), { recursive: true });
    await move(join(from, file), target);
  }
}

/** Errors of Windows for a file that another program (a virus scanner, a server) has open. */
const busy: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];

/** Renames. On Windows, where an open file prevents that, retries for two seconds. */
async function move(from: string, to: string): Promise<void> {
  for (let tries = process.platform === 'win32' ? 20 : 0; ; tries -= 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (tries === 0 || !busy.includes((error as NodeJS.ErrnoException).code)) throw error;
      await sleep(100);
    }
  }
}
