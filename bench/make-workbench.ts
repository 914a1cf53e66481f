import { constants } from 'node:fs';
import { access, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Corpus, caches and two copies of the output, rounded up.
const bytesPerArticle = 200_000;

/**
 * Makes an empty folder for benchmarks with corpora of up to `articles`, on the RAM disk where
 * there is one with room, so that no disk is measured; else where temporary files go.
 */
export async function makeWorkbench(articles: number): Promise<string> {
  for (const parent of ['/dev/shm', tmpdir()]) {
    if (await hasRoom(parent, articles * bytesPerArticle))
      return mkdtemp(join(parent, 'dateline-bench-'));
  }
  throw new Error(
    `expected ${Math.ceil((articles * bytesPerArticle) / 1e6)} MB of room in ${tmpdir()}`,
  );
}

async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize > bytes;
  } catch {
    return false;
  }
}
