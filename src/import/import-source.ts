import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Draft, ImportOptions, Note, Refusal, SourceFile } from './draft.ts';
import type { SourceItem } from './list-sources.ts';
import { bringPictures, type LoadPicture, PictureError } from './pictures/bring-pictures.ts';
import { leavePicture } from './pictures/leave-picture.ts';
import { readSource } from './read-source.ts';
import type { CopyFolder } from './write/copy-folder.ts';

/** What became of one article. */
export interface ImportResult {
  readonly source: string;
  readonly outcome: 'made' | 'updated' | 'unchanged' | 'kept' | 'refused';
  /** Its copy, below the folder. */
  readonly file?: string;
  readonly notes: readonly Note[];
  readonly refusal?: Refusal;
}

export interface ImportTarget {
  readonly folder: CopyFolder;
  readonly allowPrivate: boolean;
}

/** Larger files are no articles; feeds and exports of large sites are. */
const maxBytes = 512 * 1024 * 1024;

/** Imports one source, and tells of each article of it as soon as its copy is written. */
export async function* importSource(
  item: SourceItem,
  options: ImportOptions,
  { folder, allowPrivate }: ImportTarget,
): AsyncGenerator<ImportResult> {
  const { source } = item;
  const refused = (refusal: Refusal, notes: readonly Note[] = []): ImportResult => ({
    ...{ source: refusal.source, outcome: 'refused', notes, refusal },
  });
  const site = item.isAddress ? undefined : resolve(item.root);
  try {
    const file = await loadSource(item, allowPrivate);
    const { drafts, refused: refusals } = await readSource(file, options, site);
    for (const draft of drafts) {
      const { placing, notes } = await putDraft(draft, folder, allowPrivate);
      if (placing.outcome === 'refused') yield refused(refusalOf(draft, placing.reason), notes);
      else yield { source: draft.source, ...placing, notes };
    }
    for (const refusal of refusals) yield refused(refusal);
  } catch (error) {
    // Whatever a source does to its reader is one refusal and not the end of the run.
    if (isFatal(error)) throw error;
    yield refused({ source, reason: (error as Error).message });
  }
}

/** A picture that cannot be had is left out; all other words and pictures come anyway. */
async function putDraft(draft: Draft, folder: CopyFolder, allowPrivate: boolean) {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const loadOnce: LoadPicture = ({ from }) => {
    const bytes = loaded.get(from) ?? loadPicture(from, allowPrivate);
    loaded.set(from, bytes);
    return bytes;
  };
  for (let wanted = draft; ; )
    try {
      const placing = await folder.put(wanted, (path, isOurs) =>
        bringPictures(wanted, path, isOurs, loadOnce),
      );
      return { placing, notes: wanted.notes };
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      wanted = leavePicture(wanted, error.picture, error.message);
    }
}

async function loadPicture(from: string, allowPrivate: boolean): Promise<Uint8Array> {
  if (!/^https?:/iu.test(from)) return await readFile(from);
  const { fetchPicture } = await import('./fetch/fetch-source.ts');
  return await fetchPicture(from, { allowPrivate });
}

/** Why a draft became no copy, at its place in the source. */
export function refusalOf({ source, line }: Draft, reason: string): Refusal {
  return { source, ...(line === undefined ? {} : { line }), reason };
}

async function loadSource(item: SourceItem, allowPrivate: boolean): Promise<SourceFile> {
  const { source } = item;
  if (item.isAddress) {
    const { fetchSource } = await import('./fetch/fetch-source.ts');
    return await fetchSource(source, { allowPrivate });
  }
  const path = resolve(source);
  const { size } = await stat(path);
  if (size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes; split it`);
  return { source, path, bytes: await readFile(path) };
}

/** Nothing that comes after it could be written either. */
function isFatal(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as { code?: string; syscall?: string };
  return (
    /^(?:ENOSPC|EROFS|EDQUOT)$/u.test(code ?? '') || (code === 'EACCES' && syscall !== 'open')
  );
}
