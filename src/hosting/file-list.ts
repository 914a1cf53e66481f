import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostingError } from './hosting-error.ts';
import { listFiles } from './list-files.ts';

/** Every file of an output folder by its path. */
export interface FileList {
  readonly files: Readonly<Record<string, ListedFile>>;
}

export interface ListedFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Lists the files of a folder in the order of their paths. Same files, same list. */
export function createFileList(folder: string): FileList {
  const files: Record<string, ListedFile> = {};
  for (const path of listFiles(folder)) {
    const bytes = readFileSync(join(folder, path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files[path] = { sha256, size: bytes.length };
  }
  return { files };
}

/** A list as text, one file a line, so that two of them can be compared by eye. */
export function formatFileList({ files }: FileList): string {
  const lines = Object.entries(files).map(
    ([path, { sha256, size }]) =>
      `${JSON.stringify(path)}: ${JSON.stringify({ sha256, size })}`,
  );
  return `{"files": {\n${lines.join(',\n')}\n}}\n`;
}

/**
 * Reads the text of a list.
 * @param name of the file, for the error
 * @throws {HostingError} when it is none
 */
export function parseFileList(text: string, name: string): FileList {
  try {
    const value: unknown = JSON.parse(text);
    if (isFileList(value)) return value;
  } catch {
    // Told below.
  }
  throw new HostingError(
    `${name}: expected the list of a build's files, as OUT_DIR-hosting/files.json is, got something else`,
  );
}

function isFileList(value: unknown): value is FileList {
  if (!isRecord(value) || !isRecord(value['files'])) return false;
  return Object.values(value['files']).every(
    (file) =>
      isRecord(file) &&
      typeof file['sha256'] === 'string' &&
      /^[\da-f]{64}$/u.test(file['sha256']) &&
      Number.isSafeInteger(file['size']),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
