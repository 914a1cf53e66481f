import { readLines } from '../../system/cache/text-files.ts';
import { HostingError } from '../hosting-error.ts';

/** A file of an output folder. */
export interface ListedFile {
  /** Path below the folder, with `/`. */
  readonly file: string;
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/**
 * Formats a list as JSON, one file per line, sorted by path; a path is listed once. Gives it in
 * pieces: the list of millions of files is longer than the longest string.
 */
export function* formatFileList(files: Iterable<ListedFile>): Generator<string> {
  const byPath = new Map<string, ListedFile>();
  for (const listed of files) byPath.set(listed.file, listed);
  yield '{"files": {\n';
  let before = '';
  for (const path of [...byPath.keys()].sort()) {
    const { sha256, size } = byPath.get(path) as ListedFile;
    yield `${before}${JSON.stringify(path)}: {"sha256":"${sha256}","size":${size}}`;
    before = ',\n';
  }
  yield '\n}}\n';
}

const firstLine = '{"files": {';
const fileLine = /^("(?:[^"\\]|\\.)*"): \{"sha256":"([\da-f]{64})","size":(\d+)\},?$/u;

/**
 * Reads a file written from `formatFileList`, line by line, or the same JSON in another layout.
 * The result is sorted by path.
 *
 * @param name of the file, for errors
 * @throws {HostingError} for anything else
 * @throws {Error} of the disk
 */
export function* readFileList(path: string, name: string): Generator<ListedFile> {
  const lines = readLines(path);
  const { value: first = '' } = lines.next();
  if (first !== firstLine) {
    yield* parseWhole([first, ...lines].join('\n'), name);
    return;
  }
  let last = '';
  let isEnded = false;
  for (const line of lines) {
    const [, quoted, sha256 = '', size] = fileLine.exec(line) ?? [];
    const file = quoted === undefined ? undefined : toText(quoted);
    // An empty line is what a list without files has.
    if (isEnded || (file === undefined && line !== '}}' && line !== '')) throw noList(name);
    if (file === undefined) {
      isEnded = line === '}}';
      continue;
    }
    if (file <= last) throw noList(name, `${JSON.stringify(file)} after a later path`);
    last = file;
    yield { file, sha256, size: Number(size) };
  }
  if (!isEnded) throw noList(name, 'the beginning of one');
}

function toText(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

function parseWhole(text: string, name: string): ListedFile[] {
  try {
    const value: unknown = JSON.parse(text);
    if (isFileList(value))
      return Object.keys(value.files)
        .sort()
        .map((file) => ({ file, ...(value.files[file] as Omit<ListedFile, 'file'>) }));
  } catch {
    // Not JSON.
  }
  throw noList(name);
}

function noList(name: string, got = 'something else'): HostingError {
  return new HostingError(
    `${name}: expected a list of files such as OUT_DIR-hosting/files.json, got ${got}`,
  );
}

function isFileList(
  value: unknown,
): value is { files: Readonly<Record<string, Omit<ListedFile, 'file'>>> } {
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

/** Compares two lists that are sorted by path. The results are sorted; only they need memory. */
export function compareFileLists(
  before: Iterable<ListedFile>,
  after: Iterable<ListedFile>,
): Delta {
  const added: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  const [old, now] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let was = old.next();
  let is = now.next();
  while (!was.done || !is.done) {
    if (is.done || (!was.done && was.value.file < is.value.file)) {
      if (!was.done) removed.push(was.value.file);
      was = old.next();
    } else if (was.done || is.value.file < was.value.file) {
      added.push(is.value.file);
      is = now.next();
    } else {
      if (was.value.sha256 !== is.value.sha256) changed.push(is.value.file);
      was = old.next();
      is = now.next();
    }
  }
  // A cache may have stored the answer 404 for an added file.
  const purge = new Set<string>();
  for (const path of [added, changed, removed].flat())
    for (const address of addressesOf(path)) purge.add(address);
  return { added, changed, removed, purge: [...purge].sort() };
}

/** The address of a file; none if it configures the host or never changes. */
function addressesOf(path: string): string[] {
  if (/^_(?:headers|redirects)$|^assets\//u.test(path)) return [];
  const plain = path.replace(/\.(?:br|gz)$/u, '');
  const address = `/${plain.split('/').map(encodeURIComponent).join('/')}`;
  return [address.replace(/\/index\.html$/u, '/')];
}

/**
 * Formats a delta as lines: `+`, `~` or `-` with a path, `purge` with an address, then the counts.
 * Gives them one by one, without line ends.
 */
export function* formatDelta({ added, changed, removed, purge }: Delta): Generator<string> {
  for (const path of added) yield `+ ${path}`;
  for (const path of changed) yield `~ ${path}`;
  for (const path of removed) yield `- ${path}`;
  for (const address of purge) yield `purge ${address}`;
  yield `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${purge.length} addresses to purge`;
}

/** Formats a delta as the lines of `JSON.stringify(delta, null, 2)`, without line ends. */
export function* formatDeltaAsJson(delta: Delta): Generator<string> {
  const lists = Object.entries(delta) as [string, readonly string[]][];
  yield '{';
  for (const [index, [name, paths]] of lists.entries()) {
    const comma = index < lists.length - 1 ? ',' : '';
    if (paths.length === 0) {
      yield `  "${name}": []${comma}`;
      continue;
    }
    yield `  "${name}": [`;
    for (const [at, path] of paths.entries())
      yield `    ${JSON.stringify(path)}${at < paths.length - 1 ? ',' : ''}`;
    yield `  ]${comma}`;
  }
  yield '}';
}
