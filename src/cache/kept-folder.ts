import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepSealed, loadSealed } from './kept-file.ts';
import { listFiles } from './list-files.ts';

/** What is known of a file that was written. */
export interface FileFacts {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Time of its last change (ms) and its inode: those of a file that nobody has touched. */
  readonly mtimeMs: number;
  readonly ino: number;
}

/** Facts of files by their paths below a folder, with `/`. */
export type FolderFacts = Readonly<Record<string, FileFacts>>;

/** A folder of the cache with all its files, and a note about them. */
export interface KeptFolder<Note> {
  readonly files: FolderFacts;
  readonly note: Note;
}

/** Facts of a file on the disk; `bytes` are its content, where it is known. */
export function factsOf(path: string, bytes: Uint8Array = readFileSync(path)): FileFacts {
  const { size, mtimeMs, ino } = lstatSync(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, size, mtimeMs, ino };
}

/**
 * The facts of these files, where all are in the folder as they were: those that were touched or
 * copied since are compared by their bytes, and have new facts then. Gives `files` itself where
 * no file was touched.
 */
export function stillThere(folder: string, files: FolderFacts): FolderFacts | undefined {
  let isSame = true;
  const found: Record<string, FileFacts> = {};
  for (const [file, was] of Object.entries(files)) {
    const path = join(folder, file);
    // One after another: for thousands of small files that costs less than side by side.
    const now = lstatSync(path, { throwIfNoEntry: false });
    if (!now?.isFile() || now.size !== was.size) return undefined;
    if (now.mtimeMs === was.mtimeMs && now.ino === was.ino) {
      found[file] = was;
      continue;
    }
    isSame = false;
    const facts = factsOf(path);
    if (facts.sha256 !== was.sha256) return undefined;
    found[file] = facts;
  }
  return isSame ? files : found;
}

/** Where the files of a kept folder are; `name` is its path below `cacheDir`. */
export function filesFolder(cacheDir: string, name: string): string {
  return join(cacheDir, name, 'files');
}

/**
 * Writes down what the files of a kept folder are, in a sealed list beside them: last, so that a
 * folder that was interrupted has no list.
 */
export async function keepFolder<Note extends object>(
  cacheDir: string,
  name: string,
  note: Note,
): Promise<KeptFolder<Note>> {
  const folder = filesFolder(cacheDir, name);
  const files = Object.fromEntries(
    listFiles(folder).map((file) => [file, factsOf(join(folder, file))]),
  );
  await keepSealed(cacheDir, listOf(name), JSON.stringify({ files, note }));
  return { files, note };
}

/**
 * The files that `keepFolder` listed; undefined where there is no list, or a file is missing or
 * damaged. A file that looks as it did is not read; a cache that was copied (on CI) is read once.
 */
export async function loadFolder<Note extends object>(
  cacheDir: string,
  name: string,
): Promise<KeptFolder<Note> | undefined> {
  const list = loadSealed(cacheDir, listOf(name));
  if (list === undefined) return undefined;
  const { files: known, note } = JSON.parse(list.toString()) as KeptFolder<Note>;
  const files = stillThere(filesFolder(cacheDir, name), known);
  if (files === undefined) return undefined;
  if (files !== known)
    await keepSealed(cacheDir, listOf(name), JSON.stringify({ files, note }));
  return { files, note };
}

function listOf(name: string): string {
  return `${name}/list.json`;
}
