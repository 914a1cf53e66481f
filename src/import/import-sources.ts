import { readFile } from 'node:fs/promises';
import type { Draft, ImportOptions, Note, Refusal } from './draft.ts';
import type { SourceItem } from './list-sources.ts';
import { dropPicture } from './pictures/drop-picture.ts';
import { type LoadPicture, PictureError, writePictures } from './pictures/write-pictures.ts';
import { readSources, type SourceResult } from './read-sources.ts';
import type { CheckedDraft } from './write/check-draft.ts';
import type { ImportFolder, WritePictures } from './write/import-folder.ts';
import type { TargetSite } from './write/prepare-draft.ts';

/** The outcome of one article. */
export interface ImportResult {
  readonly source: string;
  readonly outcome: 'made' | 'updated' | 'unchanged' | 'kept' | 'refused';
  /** Path of its content file below the target folder. */
  readonly file?: string;
  readonly notes: readonly Note[];
  readonly refusal?: Refusal;
}

interface ImportTarget {
  readonly folder: ImportFolder;
  readonly site: TargetSite;
  readonly allowPrivate: boolean;
}

/** Events in the order of the sources. */
type ImportEvent =
  | { readonly kind: 'result'; readonly result: ImportResult }
  | { readonly kind: 'source' };

/**
 * Imports sources. Yields a result as soon as an article's file is written, and a `source` event
 * when all articles of a source are done. Time and memory are bounded; see `readSources`.
 */
export async function* importSources(
  items: readonly SourceItem[],
  options: ImportOptions,
  { folder, site, allowPrivate }: ImportTarget,
): AsyncGenerator<ImportEvent> {
  const fetchPage = async (url: string) => {
    const { fetchSource } = await import('./fetch-source.ts');
    return await fetchSource(url, { allowPrivate });
  };
  const readings = readSources(items, {
    ...{ options, site, fetchSource: fetchPage },
    recall: ({ root }) => folder.recall(root),
  });
  for await (const { item, results } of readings) {
    for await (const result of results)
      yield { kind: 'result', result: await put(result, item, folder, allowPrivate) };
    yield { kind: 'source' };
  }
}

/** Writes the content file of one article. */
async function put(
  read: SourceResult,
  { source }: SourceItem,
  folder: ImportFolder,
  allowPrivate: boolean,
): Promise<ImportResult> {
  const refused = (refusal: Refusal, notes: readonly Note[] = []): ImportResult => ({
    ...{ source: refusal.source, outcome: 'refused', notes, refusal },
  });
  if (read.kind === 'refused') return refused(read.refusal);
  const { draft, check } = read;
  try {
    const placing = await putDraft(draft, check, folder, allowPrivate);
    if (placing.outcome === 'refused')
      return refused(refusalOf(draft, placing.reason), placing.notes);
    return { source: draft.source, ...placing };
  } catch (error) {
    if (isFatal(error)) throw error;
    return refused({ source, reason: (error as Error).message });
  }
}

/** A picture that cannot be loaded is dropped; all other words and pictures are imported. */
async function putDraft(
  draft: Draft,
  check: CheckedDraft,
  folder: ImportFolder,
  allowPrivate: boolean,
) {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const loadOnce: LoadPicture = ({ from }) => {
    const bytes = loaded.get(from) ?? loadPicture(from, allowPrivate);
    loaded.set(from, bytes);
    return bytes;
  };
  let checked: CheckedDraft | undefined = check;
  for (let wanted = draft; ; )
    try {
      const write: WritePictures = (path, wasImported) =>
        writePictures(wanted, path, wasImported, loadOnce);
      return await folder.put(wanted, write, checked);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      checked = undefined;
      wanted = dropPicture(wanted, error.picture, error.message);
    }
}

async function loadPicture(from: string, allowPrivate: boolean): Promise<Uint8Array> {
  if (!/^https?:/iu.test(from)) return await readFile(from);
  const { fetchPicture } = await import('./fetch-source.ts');
  return await fetchPicture(from, { allowPrivate });
}

/** A refusal of a draft, at its position in the source. */
export function refusalOf({ source, line }: Draft, reason: string): Refusal {
  return { source, line, reason };
}

/** Whether later writes would fail for the same reason. */
function isFatal(error: unknown): boolean {
  const { code, syscall } = (error ?? {}) as { code?: string; syscall?: string };
  return (
    /^(?:ENOSPC|EROFS|EDQUOT)$/u.test(code ?? '') || (code === 'EACCES' && syscall !== 'open')
  );
}
