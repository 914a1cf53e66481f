import { HostingError } from './hosting-error.ts';

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

/**
 * A list as text, one file a line in the order of their paths, so that two of them can be compared
 * by eye. Same files, same text.
 */
export function formatFileList({ files }: FileList): string {
  const lines = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
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
