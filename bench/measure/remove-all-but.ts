import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes everything from a folder except entries with these names. */
export async function removeAllBut(names: ReadonlySet<string>, folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.has(name)) await rm(join(folder, name), { recursive: true });
  }
}
