import { createHash, hash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadSealed, storeSealed } from './cached-file.ts';
import { listFiles } from './list-files.ts';
import type { FileLook, FolderScan } from './scan-folder.ts';

/** What is known of a written file. A file with the same look is unchanged. */
export interface FileFacts extends FileLook {
  /** Path below the folder, with `/`. */
  readonly file: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A list, because JSON objects with thousands of keys are slow to parse and to write. */
export type FolderFacts = readonly FileFacts[];

/** A folder of the cache: its files, and a note about them. */
export interface StoredFolder<Note> {
  readonly files: FolderFacts;
  readonly note: Note;
}

/** Facts of a file in a folder. `bytes` is its content, if known. */
export function factsOf(folder: string, file: string, bytes?: Uint8Array): FileFacts {
  const path = join(folder, file);
  const { size, mtimeMs, ino } = lstatSync(path);
  const sha256 = bytes ? hash('sha256', bytes) : hashOf(path, size);
  return { file, sha256, size, mtimeMs, ino };
}

/** Larger files are read in pieces of this size. */
const pieceSize = 16_000_000;

/** The SHA-256 of a file, which may be larger than memory. Links are followed. */
export function hashFile(path: string): string {
  return hashOf(path, statSync(path).size);
}

function hashOf(path: string, size: number): string {
  if (size <= pieceSize) return hash('sha256', readFileSync(path));
  const digest = createHash('sha256');
  const piece = Buffer.alloc(pieceSize);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      digest.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return digest.digest('hex');
}

/** Facts of all files in a folder. */
export function allFactsOf(folder: string): FolderFacts {
  return listFiles(folder).map((file) => factsOf(folder, file));
}

/**
 * The facts of these files if all of them are unchanged, otherwise undefined. Files that look
 * different (touched or copied) are compared by content and get new facts. Returns `files` itself if
 * nothing looks different. `scan` is a recent scan of the folder, if there is one.
 */
export function unchangedFacts(
  folder: string,
  files: FolderFacts,
  scan?: FolderScan,
): FolderFacts | undefined {
  let isSame = true;
  const found: FileFacts[] = [];
  for (const was of files) {
    const { file } = was;
    const now = scan ? scan.lookAt(file) : lookAt(join(folder, file));
    if (now === undefined || now.size !== was.size) return undefined;
    if (now.mtimeMs === was.mtimeMs && now.ino === was.ino) {
      found.push(was);
      continue;
    }
    isSame = false;
    const facts = factsOf(folder, file);
    if (facts.sha256 !== was.sha256) return undefined;
    found.push(facts);
  }
  return isSame ? files : found;
}

/** The look of a file; undefined if there is none. */
function lookAt(path: string): FileLook | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? found : undefined;
}

/** The folder with the files of a stored folder; `name` is its path below `cacheDir`. */
export function filesFolder(cacheDir: string, name: string): string {
  return join(cacheDir, name, 'files');
}

/**
 * Completes a stored folder with a sealed list of its files. An interrupted one has no list.
 */
export async function storeFolder<Note extends object>(
  cacheDir: string,
  name: string,
  note: Note,
): Promise<StoredFolder<Note>> {
  const files = allFactsOf(filesFolder(cacheDir, name));
  await storeSealed(cacheDir, listOf(name), JSON.stringify({ files, note }));
  return { files, note };
}

/**
 * Loads the list of `storeFolder`; undefined if there is none, or a file is missing or damaged. Reads
 * only files that look different: a cache that was copied (on CI) is read once.
 */
export async function loadStoredFolder<Note extends object>(
  cacheDir: string,
  name: string,
): Promise<StoredFolder<Note> | undefined> {
  const list = loadSealed(cacheDir, listOf(name));
  if (list === undefined) return undefined;
  const { files: known, note } = JSON.parse(list.toString()) as StoredFolder<Note>;
  const files = unchangedFacts(filesFolder(cacheDir, name), known);
  if (files === undefined) return undefined;
  if (files !== known)
    await storeSealed(cacheDir, listOf(name), JSON.stringify({ files, note }));
  return { files, note };
}

function listOf(name: string): string {
  return `${name}/list.json`;
}
