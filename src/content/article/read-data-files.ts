import { hash } from 'node:crypto';
import { quote } from '../../system/problems/format-problem.ts';
import { readDataFile } from '../data/read-data-file.ts';
import { type DataFile, type DataFiles, findDataFiles } from '../markdown/data-files.ts';
import { fileBeside } from './file-path.ts';

/** The bytes of a data file, or why they cannot be had. */
export type LoadedData =
  | { readonly bytes: Uint8Array }
  | { readonly got: string; readonly cure: string };

/** Loads a file by its path below the content folder. */
export type LoadData = (path: string) => LoadedData;

/** The SHA-256 of each data file by its path below the content folder; empty if there is none. */
export type DataHashes = Readonly<Record<string, string>>;

export function hashOfData(loaded: LoadedData): string {
  return 'bytes' in loaded ? hash('sha256', loaded.bytes) : '';
}

/** Reads the data files that a text names. `path` and `file` are those of the content file. */
export function readDataFiles(
  body: string,
  { path, file, loadData }: { path: string; file: string; loadData?: LoadData | undefined },
): { readonly files: DataFiles; readonly hashes: DataHashes } {
  const files = new Map<string, DataFile>();
  const hashes: Record<string, string> = {};
  const folder = file.slice(0, file.length - path.length);
  for (const address of findDataFiles(body)) {
    const place = fileBeside(path, address);
    if (place === undefined || loadData === undefined) {
      const fault = { got: quote(address), cure: 'put the file beside the article' };
      files.set(address, { file, fault });
      continue;
    }
    const loaded = loadData(place);
    hashes[place] = hashOfData(loaded);
    const shown = `${folder}${place}`;
    files.set(
      address,
      'bytes' in loaded
        ? { file: shown, reading: readDataFile(loaded.bytes, shown) }
        : { file: shown, fault: loaded },
    );
  }
  return { files, hashes };
}
