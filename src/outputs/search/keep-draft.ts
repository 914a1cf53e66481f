import { randomUUID } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  filesFolder,
  type StoredFolder,
  storeFolder,
} from '../../system/cache/cached-folder.ts';

/** A path for a folder that becomes the stored folder `name` when it is complete. */
export function draftOf(cacheDir: string, name: string): string {
  return join(cacheDir, `${name}.${randomUUID()}.tmp`);
}

/**
 * Makes a complete draft the stored folder `name`. If another process was quicker, its files are the same
 * and remain; the caller removes the draft.
 */
export async function keepDraft<Note extends object>(
  cacheDir: string,
  name: string,
  { draft, note }: { readonly draft: string; readonly note: Note },
): Promise<StoredFolder<Note>> {
  const folder = filesFolder(cacheDir, name);
  await mkdir(dirname(folder), { recursive: true });
  await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  return storeFolder(cacheDir, name, note);
}
