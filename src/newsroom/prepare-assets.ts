import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type FileUse, isPicturePath } from '../edition/check-references.ts';
import { keepPicture, preparePicture } from '../pictures/prepare-picture.ts';
import type { Problem } from '../problems/problem.ts';
import type { Asset } from './entry.ts';

/** A file and the place that names it. */
export type NamedFile = Pick<FileUse, 'path' | 'place'>;

/**
 * Makes what articles use from the content folder ready to be published: pictures and
 * attachments, in `CACHE_DIR/pictures`. A file that is no picture is a problem of every
 * article that shows it, at the line that names it.
 */
export async function prepareAssets(
  uses: readonly NamedFile[],
  { contentDir, cacheDir }: { contentDir: string; cacheDir: string },
): Promise<{ assets: Map<string, Asset>; problems: Problem[] }> {
  const assets = new Map<string, Asset>();
  const problems: Problem[] = [];
  const byPath = Map.groupBy(uses, (use) => use.path);
  for (const [path, own] of byPath) {
    const source = join(contentDir, path);
    try {
      if (isPicturePath(path)) {
        assets.set(path, { kind: 'picture', ...(await preparePicture(source, cacheDir)) });
      } else {
        assets.set(path, { kind: 'attachment', name: await keepAttachment(source, cacheDir) });
      }
    } catch (error) {
      // What cannot be kept is no fault of the file.
      if (pathOf(error)?.startsWith(cacheDir)) throw error;
      for (const use of own) problems.push(notAPicture(use, error as Error));
    }
  }
  return { assets, problems };
}

export function notAPicture({ place, path }: NamedFile, error: Error): Problem {
  const reason = error.message.split('\n')[0]?.replace(/^Input buffer/u, 'the file');
  const expected = 'a picture (.jpg, .png, .webp, .avif, .gif)';
  return {
    severity: 'error',
    ...place,
    expected,
    got: `${path}: ${reason}`,
    cure: 'replace the file',
  };
}

/** Copies a document under the hash of its bytes and gives that name. */
async function keepAttachment(source: string, cacheDir: string): Promise<string> {
  const bytes = await readFile(source);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const name = `${hash}${extname(source).toLowerCase()}`;
  await keepPicture(cacheDir, name, bytes);
  return name;
}

function pathOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).path;
}
