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

/** A list as text, one file a line in the order of their paths. Same files, same text. */
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
 * Reads the text of a list.
 * @param name of the file, for the error
 * @throws {HostingError} for any other text
 */
export function parseFileList(text: string, name: string): FileList {
  try {
    const value: unknown = JSON.parse(text);
    if (isFileList(value)) return value;
  } catch {
    // See below.
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

/** What to change on a host with the files of one list so that it has those of another. */
export interface Delta {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Addresses below the site's folder of which a cache may have an older answer. */
  readonly purge: readonly string[];
}

/** All in the order of their characters. */
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
  // A cache may have the answer that there is no such file.
  const addresses = [...added, ...changed, ...removed].flatMap(addressesOf);
  return { added, changed, removed, purge: [...new Set(addresses)].sort() };
}

/** The addresses of a file; none for one that configures a host or never changes. */
function addressesOf(path: string): string[] {
  if (/^_(?:headers|redirects)$|^assets\//u.test(path)) return [];
  const plain = path.replace(/\.(?:br|gz)$/u, '');
  const address = `/${plain.split('/').map(encodeURIComponent).join('/')}`;
  return [address.replace(/\/index\.html$/u, '/')];
}

/** A delta in lines: `+`, `~` or `-` and a path, `purge` and an address, then the numbers. */
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
