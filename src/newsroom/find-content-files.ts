import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { isOutputFolder } from '../system/cache/build-folder.ts';
import { callOf } from '../system/cache/call-of.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';

/** The files of a content folder: sorted paths below it, with `/`, in NFC. */
export interface FoundFiles {
  readonly contentFiles: readonly string[];
  /** All other files, such as pictures and documents. */
  readonly others: readonly string[];
  /** Files and folders that are ignored because their names begin with `_`; a folder ends in `/`. */
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
  /** Files that are reached by a symbolic link, of themselves or of a folder above them. */
  readonly linked: ReadonlySet<string>;
}

interface Found {
  readonly contentFiles: string[];
  readonly others: string[];
  /** Further paths of `others`, by a link to their folder. */
  readonly aliases: string[];
  readonly ignored: string[];
  readonly problems: Problem[];
  readonly linked: Set<string>;
  /** Names on disk by their paths in NFC, to find two files with the same path. */
  readonly taken: Map<string, string>;
  /** Links to folders, which are followed after all real folders. */
  readonly links: { readonly path: string; readonly target: string }[];
  /** Paths of the folders that were read, by their real paths. */
  readonly seen: Map<string, string>;
}

/**
 * Finds the files of a content folder. Ignores README.md, names that begin with `_` or `.`, and
 * `publication.yaml`, which `readPublication` reads. Each real folder is read once; where a link points
 * to a folder that has been read, its pictures and documents also get a path by the link. Links that
 * leave the content folder are errors, so that no article can publish files outside of it. Leaves the
 * files of the project and outputs of builds alone. `shown` is the folder as problems name it.
 */
export async function findContentFiles(
  folder: string,
  shown: string,
  project: readonly string[] = [],
): Promise<FoundFiles> {
  const root = await realpath(folder);
  const found: Found = {
    ...{ contentFiles: [], others: [], aliases: [], ignored: [], problems: [] },
    ...{ linked: new Set(), taken: new Map(), links: [], seen: new Map() },
  };
  const place = (path: string) => ({ file: `${shown}/${path}`, line: 1, column: 1 });
  const walk = { root, place, project, isLinked: false };
  await visit(root, '', found, walk);
  for (let link = found.links.shift(); link; link = found.links.shift()) {
    const read = found.seen.get(link.target);
    if (read === undefined)
      await visit(link.target, link.path, found, { ...walk, isLinked: true });
    else aliasOthers(found, read, link.path);
  }
  const { contentFiles, others, aliases, ignored, problems, linked } = found;
  for (const path of aliases) linked.add(path);
  return {
    contentFiles: contentFiles.sort(byUnits),
    others: [...others, ...aliases].sort(byUnits),
    ignored: ignored.sort(byUnits),
    ...{ problems, linked },
  };
}

interface Walk {
  readonly root: string;
  /** See `projectFiles`. */
  readonly project: readonly string[];
  /** Whether the folder is reached by a link. */
  readonly isLinked: boolean;
  readonly place: (path: string) => Pick<Problem, 'file' | 'line' | 'column'>;
}

async function visit(folder: string, path: string, found: Found, walk: Walk): Promise<void> {
  found.seen.set(folder, path);
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const named = entries.map((entry) => ({ entry, ...nameOf(entry) }));
  const names = new Set(named.map(({ name }) => name));
  for (const { entry, name, isText } of named.sort((a, b) => byUnits(a.name, b.name))) {
    const own = name.normalize('NFC');
    const below = path === '' ? own : `${path}/${own}`;
    if (own.startsWith('_')) found.ignored.push(entry.isDirectory() ? `${below}/` : below);
    if (/^[_.]/u.test(own) || own === 'node_modules') continue;
    if (path === '' && isSettingsName(own)) continue;
    if (walk.project.includes(below)) continue;
    if (entry.isDirectory() && isOutputFolder(name, names)) continue;
    const fault = (
      severity: Problem['severity'],
      expected: string,
      got: string,
      cure: string,
    ) =>
      found.problems.push({
        severity,
        ...walk.place(below),
        field: 'file',
        message: wrongValue(expected, got),
        cure,
      });
    if (!isText) {
      const matters = entry.isDirectory() || isContentFileName(own);
      const got = 'bytes that are not UTF-8 (shown as �)';
      fault(matters ? 'error' : 'warning', 'a name in UTF-8', got, 'rename it');
      continue;
    }
    const kind = await kindOf(entry, join(folder, name), walk.root);
    if (typeof kind === 'string') {
      if (isContentFileName(own))
        fault('error', 'a file with text', kind, 'put a file here, or rename this');
      continue;
    }
    if (kind.link !== undefined) {
      fault('error', 'a file inside the content folder', kind.link, 'copy the file here');
      continue;
    }
    const twin = found.taken.get(below);
    if (twin !== undefined) {
      const got = 'two that differ only in how their accents or syllables are encoded';
      fault('error', 'one file of this name', got, 'rename one of them, or remove it');
      continue;
    }
    found.taken.set(below, name);
    if (walk.isLinked || entry.isSymbolicLink()) found.linked.add(below);
    if (!kind.isFolder) {
      if (isContentFileName(own)) found.contentFiles.push(below);
      else if (!/^readme\.md$/iu.test(own)) {
        found.others.push(below);
        const cure = cureOfOtherFormat(own);
        const got = `${quote(own)}, which is not an article`;
        if (cure !== undefined) fault('warning', 'a name that ends in .md', got, cure);
      }
    } else if (entry.isSymbolicLink()) found.links.push({ path: below, target: kind.target });
    else await visit(kind.target, below, found, walk);
  }
}

/** Resolves an entry to a file or folder; gives a description of any other kind. */
async function kindOf(
  entry: Dirent<Buffer>,
  path: string,
  root: string,
): Promise<string | { isFolder: boolean; target: string; link?: string }> {
  if (entry.isFile()) return { isFolder: false, target: path };
  if (entry.isDirectory()) return { isFolder: true, target: path };
  if (!entry.isSymbolicLink()) return specialKind(entry);
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return { isFolder: false, target: path, link: 'a broken link' };
  if (!isInside(root, target))
    return { isFolder: false, target, link: 'a symbolic link to a place outside' };
  const status = await stat(target);
  if (status.isFile()) return { isFolder: false, target };
  return status.isDirectory() ? { isFolder: true, target } : specialKind(status);
}

/** Describes an entry that is not a regular file, and is therefore never opened. */
export function specialKind(
  entry: Pick<Dirent, 'isFIFO' | 'isSocket' | 'isDirectory'>,
): string {
  if (entry.isDirectory()) return 'a folder';
  if (entry.isFIFO()) return 'a named pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}

/** Whether a name directly in the content folder is that of `publication.yaml`, in any spelling. */
export function isSettingsName(name: string): boolean {
  return /^publication\.ya?ml$/iu.test(name);
}

/** File extensions of articles in other formats, and what to do with such a file. */
const otherFormats: readonly (readonly [ending: RegExp, cure: (path: string) => string])[] = [
  [
    /\.(?:markdown|mdown|mdwn|mkdn?|mkdown|mdtxt|mdtext)$/iu,
    (path) => `rename it to ${path.replace(/\.[^.]+$/u, '.md')}`,
  ],
  [
    /\.(?:mdx|mdoc|[qr]md)$/iu,
    (path) =>
      `rename it to ${path.replace(/\.[^.]+$/u, '.md')}, and replace components and code with Markdown`,
  ],
  [
    /\.(?:x?html?|rst|adoc|asciidoc|org|textile|tex|ipynb)$/iu,
    () =>
      `convert it, such as with \`${callOf('import', 'FILE')}\`, or move it out of the folder`,
  ],
];

/** What to do with a file that looks like an article, but has another file extension. */
function cureOfOtherFormat(path: string): string | undefined {
  return otherFormats.find(([ending]) => ending.test(path))?.[1](path);
}

/** Adds paths for the pictures and documents of a folder by a link to it. */
function aliasOthers({ others, aliases }: Found, folder: string, link: string): void {
  const before = folder === '' ? '' : `${folder}/`;
  for (const path of others)
    if (path.startsWith(before)) aliases.push(`${link}/${path.slice(before.length)}`);
}

function nameOf(entry: Dirent<Buffer>): { name: string; isText: boolean } {
  const name = entry.name.toString('utf8');
  return { name, isText: Buffer.from(name).equals(entry.name) };
}

function isContentFileName(name: string): boolean {
  return /\.md$/iu.test(name) && !/^readme\.md$/iu.test(name);
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Paths with an ignored name, and swap files of editors. */
const ignored = /(?:^|[\\/])(?:[_.][^\\/]*|node_modules|[^\\/]*~)(?:[\\/]|$)/u;

/** Whether a path below a content folder is never read. `project`: see `projectFiles`. */
export function isIgnored(path: string, project: readonly string[] = []): boolean {
  if (ignored.test(path)) return true;
  if (project.length === 0) return false;
  const own = path.split(sep).join('/').normalize('NFC');
  return project.some((one) => own === one || own.startsWith(`${one}/`));
}

/** Whether a real path is a folder or inside it. */
export function isInside(root: string, target: string): boolean {
  const path = relative(root, target);
  // On Windows, the relative path to another drive is absolute.
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}
