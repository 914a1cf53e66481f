import { lstat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, explainDiskError } from '../../hosting/hosting-error.ts';
import { makeFolder } from '../../system/cache/make-folder.mjs';

/** What became of each file, in their order. */
export interface WrittenProject {
  readonly written: readonly string[];
  /** Files that existed, and were left as they were. */
  readonly left: readonly string[];
}

/**
 * Writes files by their paths below a folder, which need not exist. Replaces nothing, not even a broken
 * link. `shown` is the folder as messages name it.
 *
 * @throws {HostingError} where the disk does not allow it, with what to do
 */
export async function writeProject(
  folder: string,
  files: ReadonlyMap<string, string>,
  shown: string,
): Promise<WrittenProject> {
  const [written, left]: [string[], string[]] = [[], []];
  try {
    for (const [path, text] of files) {
      const place = join(folder, path);
      if (await isTaken(place)) left.push(path);
      else {
        await makeFolder(dirname(place));
        await writeFile(place, text, { flag: 'wx' });
        written.push(path);
      }
    }
  } catch (error) {
    throw explainDiskError(error, shown, 'none');
  }
  return { written, left };
}

async function isTaken(place: string): Promise<boolean> {
  return lstat(place).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
