import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { mediumOf } from '../content/markdown/clip-address.ts';
import { isImportable } from './kind-of-source.ts';
import { isAuthorFile, mayHoldAuthors } from './people/author-files.ts';
import { kindOfFeed } from './read-feed/detect-feed.ts';
import { unreadableKind } from './unreadable-kinds.ts';

/** One source to import, before it is read. */
export interface SourceItem {
  /** As given, or below a given folder. */
  readonly source: string;
  readonly isAddress: boolean;
  /** The argument that it comes from: where its site's settings are searched. */
  readonly root: string;
}

/** Generators' folders without articles, and what browsers save beside a page. */
const ignoredFolders = /^(?:\..*|_(?!posts$|drafts$).*|node_modules|.*_files)$/u;
const ignoredFiles =
  /^(?:[._].*|(?:readme|license|changelog|contributing)\.\w+|robots\.txt)$/iu;

/** A larger file is read only if it is given by name. */
const maxBytes = 256 * 1024 * 1024;

/**
 * Lists the files, folders and URLs to import in a fixed order, and a sentence for each kind of
 * skipped file. Folders are searched to any depth. Throws for a path that does not exist.
 */
export async function listSources(
  given: readonly string[],
  { withAuthors = true }: { readonly withAuthors?: boolean } = {},
): Promise<{ items: SourceItem[]; skipped: string[] }> {
  const items: SourceItem[] = [];
  const skippedFiles = createSkippedFiles();
  const visit = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    const clips = entries.flatMap(({ name }) => (mediumOf(name) ? [stemOf(name)] : []));
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && ignoredFolders.test(entry.name)) {
        skippedFiles.folder(path);
        if (withAuthors && mayHoldAuthors(entry.name)) await visitAuthors(path, root);
      } else if (entry.isDirectory()) await visit(path, root);
      else if (entry.isSymbolicLink()) skippedFiles.link(path);
      else if (!entry.isFile()) skippedFiles.other(path);
      else if (withAuthors && isAuthorFile(path.replaceAll(sep, '/')))
        items.push({ source: path, isAddress: false, root });
      else if (ignoredFiles.test(entry.name)) skippedFiles.named(path);
      // The transcript of a clip, which comes with the article that shows it.
      else if (/\.txt$/iu.test(entry.name) && clips.includes(stemOf(entry.name)))
        skippedFiles.file(path);
      else if (isImportable(entry.name) || (await isExport(path)))
        items.push({ source: path, isAddress: false, root });
      else skippedFiles.file(path);
    }
  };
  const visitAuthors = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visitAuthors(path, root);
      else if (entry.isFile() && isAuthorFile(path.replaceAll(sep, '/')))
        items.push({ source: path, isAddress: false, root });
    }
  };
  for (const source of given) {
    if (/^https?:\/\//iu.test(source)) {
      items.push({ source, isAddress: true, root: source });
      continue;
    }
    const status = await stat(source).catch(() => undefined);
    if (status === undefined) throw new Error(`${source}: no such file or folder`);
    if (status.isDirectory()) await visit(source, source);
    else items.push({ source, isAddress: false, root: source });
  }
  return { items, skipped: skippedFiles.sentences() };
}

/** `clip.mp4`, `clip.ko.txt` -> `clip` */
function stemOf(name: string): string {
  return name.replace(/(?:\.[a-z]{2,3}(?:-[a-z\d]{2,8})*)?\.[^.]+$/iu, '');
}

/** Whether a file is an export of Ghost; other JSON in a folder is data of its site. */
async function isExport(path: string): Promise<boolean> {
  if (!/\.json$/iu.test(path) || (await stat(path)).size > maxBytes) return false;
  return kindOfFeed(await readFile(path, 'utf8')) === 'ghost';
}

/** Counts skipped files and folders. */
interface SkippedFiles {
  /** A file that is not an article, or cannot be read. */
  readonly file: (path: string) => void;
  /** A file whose name shows that it is not an article: `README.md`. */
  readonly named: (path: string) => void;
  readonly link: (path: string) => void;
  /** A pipe, a socket or a device. */
  readonly other: (path: string) => void;
  readonly folder: (path: string) => void;
  /** A sentence for each kind that may hold articles, then one for each reason. */
  readonly sentences: () => string[];
}

interface Counted {
  readonly first: string;
  count: number;
}

function createSkippedFiles(): SkippedFiles {
  const unreadable = new Map<string, Counted>();
  const endings = new Map<string, Counted>();
  const names = new Map<string, Counted>();
  const links = new Map<string, Counted>();
  const others = new Map<string, Counted>();
  const folders = new Map<string, Counted>();
  const add = (counts: Map<string, Counted>, key: string, path: string) => {
    const counted = counts.get(key);
    if (counted) counted.count += 1;
    else counts.set(key, { first: path, count: 1 });
  };
  return {
    file: (path) => {
      const kind = unreadableKind(path);
      if (kind) add(unreadable, `${kind.name}; ${kind.cure}`, path);
      else add(endings, extname(path).toLowerCase() || 'without an ending', path);
    },
    named: (path) => add(names, basename(path), path),
    link: (path) => add(links, '', path),
    other: (path) => add(others, '', path),
    folder: (path) => add(folders, basename(path), path),
    sentences: () => [
      ...[...unreadable].map(
        ([said, { first, count }]) => `${first}  not supported${more(count)}: it is ${said}`,
      ),
      ...listed('not articles', endings),
      ...listed('not imported: files ignored by name; name one explicitly to import it', names),
      ...listed('not imported: folders ignored by name', folders),
      ...listed('not imported: symbolic links, which are not followed', links),
      ...listed('not imported: pipes, sockets and devices', others),
    ],
  };
}

const more = (count: number) => (count === 1 ? '' : `, with ${count - 1} more like it`);

/** Maximum of names or extensions listed one by one. */
const maxListed = 12;

function listed(what: string, counts: Map<string, Counted>): string[] {
  if (counts.size === 0) return [];
  const all = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  const shown = all
    .slice(0, maxListed)
    .map(([key, { count, first }]) => `${count} ${key === '' ? `such as ${first}` : key}`);
  const rest = all.length > maxListed ? [`${all.length - maxListed} more kinds`] : [];
  return [`${what}: ${[...shown, ...rest].join(', ')}`];
}
