import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of tools and of built sites: nothing in them is a source. */
const skipped = /^(?:\.|node_modules$|_site$|dist$|vendor$|resources$)/u;

const most = 100_000;

/** Every file below a folder, by its path with `/`; `whole` is false where there are too many. */
export async function listFiles(
  root: string,
): Promise<{ files: ReadonlySet<string>; whole: boolean }> {
  const files = new Set<string>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !skipped.test(entry.name)) waiting.push(path);
      // No links: they may lead out of the site.
      if (entry.isFile()) files.add(path);
      if (files.size >= most) return { files, whole: false };
    }
  }
  return { files, whole: true };
}
