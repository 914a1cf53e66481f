import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExistingFiles, marksOfText } from './existing-files.ts';
import type { Ledger } from './ledger.ts';

/** Where a content file goes, and what happens to an existing file. */
export type Placement =
  | {
      readonly outcome: 'made' | 'updated' | 'unchanged' | 'kept';
      readonly file: string;
      /** An earlier file that this one replaces. */
      readonly instead?: string;
    }
  | { readonly outcome: 'refused'; readonly reason: string };

interface PlaceOptions {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly known: () => Promise<ExistingFiles>;
  readonly force: boolean;
}

/** A content file to place. `marks` are the `marksOf` its fields. */
interface PlacedFile {
  readonly key: string;
  readonly name: string;
  /** Its text under a file name, on which addresses depend. */
  readonly textOf: (file: string) => string;
  readonly marks: readonly string[];
}

/**
 * Finds the file of a draft: the one that an earlier import wrote for it, else one with the same
 * source URL or id, else its name, with `-2` and so on if another article has it. A
 * person has one file, whoever wrote it. An edited file
 * is kept unless `force` is set. An article that is now a page, or the reverse, gets a new file
 * that replaces the old one.
 */
export async function placeFile(target: PlacedFile, options: PlaceOptions): Promise<Placement> {
  const { folder, ledger, known, force } = options;
  const { key, name, textOf, marks } = target;
  const entry = ledger.entries.get(key);
  const replace = (file: string, current: string): Placement => {
    if (current === textOf(file)) return { outcome: 'unchanged', file };
    const wasImported = entry !== undefined && contentHash(current) === entry.hash;
    return { outcome: wasImported || force ? 'updated' : 'kept', file };
  };
  const before = entry && (await load(folder, entry.file));
  if (entry && folderOf(entry.file) !== folderOf(name)) {
    if (before === undefined) return await findName(target, options);
    if (!force && contentHash(before) !== entry.hash)
      return { outcome: 'kept', file: entry.file };
    const placing = await findName(target, options);
    return placing.outcome === 'refused' ? placing : { ...placing, instead: entry.file };
  }
  if (entry && before !== undefined) return replace(entry.file, before);
  if (marks.length > 0) {
    const existing = await known();
    const found = marks
      .map((mark) => existing.byMark.get(mark))
      .find((file) => file !== undefined);
    const isOthers = found === undefined || (ledger.ownerOf(found) ?? key) !== key;
    const current = isOthers ? undefined : await load(folder, found);
    if (found !== undefined && current !== undefined) return replace(found, current);
  }
  return entry ? { outcome: 'made', file: entry.file } : await findName(target, options);
}

/** The first free name of `NAME.md`, `NAME-2.md` … */
async function findName(
  { key, name, textOf, marks }: PlacedFile,
  { folder, ledger, force }: PlaceOptions,
): Promise<Placement> {
  for (let count = 1; ; count++) {
    const file = count === 1 ? `${name}.md` : `${name}-${count}.md`;
    const isPerson = folderOf(name) === 'people/';
    // Two files with one name would be two people whom bylines cannot tell apart.
    if (isPerson && (ledger.ownerOf(file) ?? key) !== key)
      return { outcome: force ? 'updated' : 'kept', file };
    if ((ledger.ownerOf(file) ?? key) !== key) continue;
    const current = await load(folder, file);
    if (current === undefined) return { outcome: 'made', file };
    if (current === textOf(file)) return { outcome: 'unchanged', file };
    if (isPerson) return { outcome: force ? 'updated' : 'kept', file };
    const others = marksOfText(current);
    if (marks.length > 0 && others.length > 0) continue;
    if (force) return { outcome: 'updated', file };
    const reason = `${file} exists and was not written by an import; rename it, give another headline with --title, or replace it with --force`;
    return { outcome: 'refused', reason };
  }
}

/** `pages/` and `people/` have files of other kinds. */
function folderOf(file: string): string | undefined {
  return /^(?:pages|people)\//u.exec(file)?.[0];
}

/** SHA-256 of a content file, as stored in the ledger. */
export function contentHash(text: string): string {
  return hash('sha256', text);
}

async function load(folder: string, file: string): Promise<string | undefined> {
  return await readFile(join(folder, file), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
