import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { LoadedData } from '../content/article/read-data-files.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import { quote } from '../system/problems/format-problem.ts';
import { nearestName } from '../system/problems/nearest-name.ts';
import { isIgnored, isInside } from './find-content-files.ts';

/** The largest data file in bytes: a page shows a thousand rows. */
const maxSize = 5_000_000;

const isDataPath = (path: string) => /\.(?:csv|tsv|txt)$/iu.test(path);

/**
 * Loads a data file for tables and charts by its path below the content folder. Never throws: a file
 * that is ignored, too large, outside of the folder or not there has a cure.
 */
export function loadData(
  contentDir: string,
  path: string,
  project: readonly string[],
): LoadedData {
  const refuse = (got: string, cure: string): LoadedData => ({ got, cure });
  if (!isDataPath(path)) return refuse(quote(path), 'save it as CSV in UTF-8');
  if (isIgnored(path, project)) return refuse(`${quote(path)}, which is ignored`, 'rename it');
  const place = pathOnDisk(contentDir, path);
  try {
    if (!isInside(realpathSync(contentDir), realpathSync(place)))
      return refuse('a link to a file outside of the folder', 'copy the file here');
    const status = statSync(place);
    if (!status.isFile()) return refuse('something else', 'name a file');
    if (status.size > maxSize) {
      const got = `${(status.size / 1_000_000).toFixed(1)} MB`;
      return refuse(got, 'cut the file to what readers need: at most 1000 rows');
    }
    return { bytes: readFileSync(place) };
  } catch (error) {
    const { code = 'an error' } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR')
      return refuse(code, 'give yourself permission to read the file');
    const near = nearestName(path, dataBeside(contentDir, path));
    return refuse(
      quote(path),
      near === undefined ? 'there is no such file' : `did you mean ${near}?`,
    );
  }
}

function dataBeside(contentDir: string, path: string): string[] {
  const folder = posix.dirname(path);
  try {
    return readdirSync(pathOnDisk(contentDir, folder))
      .filter(isDataPath)
      .map((name) => posix.join(folder, name.normalize('NFC')));
  } catch {
    return [];
  }
}
