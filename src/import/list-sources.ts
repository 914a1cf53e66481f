import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isImportable } from './kind-of-source.ts';
import { createPassedOver } from './passed-over.ts';
import { kindOfFeed } from './read-feed/kind-of-feed.ts';

/** One thing to import, before it is read. */
export interface SourceItem {
  /** As given, or below a folder as given. */
  readonly source: string;
  readonly isAddress: boolean;
  /** The folder or file of the arguments that it comes from: where its site is looked for. */
  readonly root: string;
}

/** Folders of generators that hold no articles, and what browsers save beside a page. */
const leftAlone = /^(?:\..*|_(?!posts$|drafts$).*|node_modules|.*_files)$/u;
const noArticle = /^(?:[._].*|(?:readme|license|changelog|contributing)\.\w+|robots\.txt)$/iu;

/** A larger file is read when it is given by name. */
const mostBytes = 256 * 1024 * 1024;

/**
 * Files, folders and addresses as given -> all that is to be imported, in a fixed order, and a
 * sentence for each kind of file in the folders that is not. Folders are searched to any depth for
 * what can hold an article. Throws for a path that is not there.
 */
export async function listSources(
  given: readonly string[],
): Promise<{ items: SourceItem[]; passedOver: string[] }> {
  const items: SourceItem[] = [];
  const passed = createPassedOver();
  const visit = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && leftAlone.test(entry.name)) passed.folder(path);
      else if (entry.isDirectory()) await visit(path, root);
      else if (entry.isSymbolicLink()) passed.link(path);
      else if (!entry.isFile()) passed.other(path);
      else if (noArticle.test(entry.name)) passed.named(path);
      else if (isImportable(entry.name) || (await isExport(path)))
        items.push({ source: path, isAddress: false, root });
      else passed.file(path);
    }
  };
  for (const source of given) {
    if (/^https?:\/\//iu.test(source)) {
      items.push({ source, isAddress: true, root: source });
      continue;
    }
    const status = await stat(source).catch(() => undefined);
    if (status === undefined) throw new Error(`${source}: there is no such file or folder`);
    if (status.isDirectory()) await visit(source, source);
    else items.push({ source, isAddress: false, root: source });
  }
  return { items, passedOver: passed.sentences() };
}

/** Whether a file is an export of Ghost; other JSON in a folder is data of its site. */
async function isExport(path: string): Promise<boolean> {
  if (!/\.json$/iu.test(path) || (await stat(path)).size > mostBytes) return false;
  return kindOfFeed(await readFile(path, 'utf8')) === 'ghost';
}
