import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isImportable } from './kind-of-source.ts';

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

/**
 * Files, folders and addresses as given -> all that is to be imported, in a fixed order. Folders
 * are searched to any depth for what can hold an article. Throws for a path that is not there.
 */
export async function listSources(given: readonly string[]): Promise<SourceItem[]> {
  const items: SourceItem[] = [];
  const visit = async (folder: string, root: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !leftAlone.test(entry.name)) await visit(path, root);
      else if (entry.isFile() && isImportable(entry.name) && !noArticle.test(entry.name))
        items.push({ source: path, isAddress: false, root });
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
  return items;
}
