import { HostingError } from '../hosting-error.ts';

/** The files of an output folder by path. */
export interface FileList {
  readonly files: Readonly<Record<string, ListedFile>>;
}

export interface ListedFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** Formats a list as JSON, one file per line, sorted by path. */
export function formatFileList({ files }: FileList): string {
  const lines = Object.keys(files)
    .sort()
    .map((path) => {
      const { sha256, size } = files[path] as ListedFile;
      return `${JSON.stringify(path)}: {"sha256":"${sha256}","size":${size}}`;
    });
  return `{"files": {\n${lines.join(',\n')}\n}}\n`;
}

/**
 * Parses the text of `formatFileList`.
 * @param name of the file, for the error
 * @throws {HostingError} for anything else
 */
export function parseFileList(text: string, name: string): FileList {
  try {
    const value: unknown = JSON.parse(text);
    if (isFileList(value)) return value;
  } catch {
    // Not JSON.
  }
  throw new HostingError(
    `${name}: expected a list of files such as OUT_DIR-hosting/files.json, got something else`,
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

/** What to change on a host so that its files become those of another list. */
export interface Delta {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Paths for which a cache may hold an outdated answer. */
  readonly purge: readonly string[];
}

/** Compares two lists. The results are sorted. */
export function compareFileLists(before: FileList, after: FileList): Delta {
  const paths = Object.keys(after.files).sort();
  const known = (path: string) => Object.hasOwn(before.files, path);
  const added = paths.filter((path) => !known(path));
  const changed = paths.filter(
    (path) => known(path) && before.files[path]?.sha256 !== after.files[path]?.sha256,
  );
  const removed = Object.keys(before.files)
    .filter((path) => !Object.hasOwn(after.files, path))
    .sort();
  // A cache may have stored the answer 404 for an added file.
  const addresses = [...added, ...changed, ...removed].flatMap(addressesOf);
  return { added, changed, removed, purge: [...new Set(addresses)].sort() };
}

/** The address of a file; none if it configures the host or never changes. */
function addressesOf(path: string): string[] {
  if (/^_(?:headers|redirects)$|^assets\//u.test(path)) return [];
  const plain = path.replace(/\.(?:br|gz)$/u, '');
  const address = `/${plain.split('/').map(encodeURIComponent).join('/')}`;
  return [address.replace(/\/index\.html$/u, '/')];
}

/** Formats a delta as lines: `+`, `~` or `-` with a path, `purge` with an address, then the counts. */
export function formatDelta({ added, changed, removed, purge }: Delta): string {
  const lines = [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
    ...purge.map((address) => `purge ${address}`),
    `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${purge.length} addresses to purge`,
  ];
  return `${lines.join('\n')}\n`;
}
