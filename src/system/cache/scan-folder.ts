import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundleFolder } from './package-folder.ts';
import { type ScannedFiles, scanFiles } from './scan-files.mjs';

/** The look of a file: size in bytes, time of the last change (ms) and inode. */
export interface FileLook {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/** The files of a folder at the time of a scan. */
export interface FolderScan {
  /** Number of files. */
  readonly count: number;
  /** Takes a path below the folder, with `/`; undefined if there was no such file. */
  readonly lookAt: (file: string) => FileLook | undefined;
}

/**
 * Scans all files of a folder, which need not exist.
 *
 * @param aside scan in a worker thread while other work goes on; starting the thread takes as long as
 *   scanning 3,000 files
 */
export async function scanFolder(
  folder: string,
  { aside }: { readonly aside: boolean },
): Promise<FolderScan> {
  const { paths, numbers } = aside
    ? await scanAside(folder).catch(() => scanFiles(folder))
    : scanFiles(folder);
  const places = new Map(paths.map((path, place) => [path, 3 * place]));
  return {
    count: paths.length,
    lookAt: (file) => {
      const place = places.get(file);
      if (place === undefined) return undefined;
      const [size = -1, mtimeMs = 0, ino = 0] = numbers.subarray(place, place + 3);
      return size < 0 ? undefined : { size, mtimeMs, ino };
    },
  };
}

function scanAside(folder: string): Promise<ScannedFiles> {
  return new Promise((done, fail) => {
    const thread = new Worker(join(scriptFolder(), 'scan-files.mjs'), {
      workerData: { scannedFolder: folder },
    });
    thread.once('message', done);
    thread.once('error', fail);
    thread.once('exit', () => fail(new Error(`${folder}: was not scanned`)));
  });
}

function scriptFolder(): string {
  const bundle = bundleFolder();
  return bundle === undefined ? import.meta.dirname : join(bundle, 'system/cache');
}
