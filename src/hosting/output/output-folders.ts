import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { buildFolderName } from '../../system/cache/build-folder.ts';

/**
 * The folders of one output. A hidden sibling (`dist` -> `.dist-build`) contains everything that is
 * not published, on the same disk, so that files can be renamed between them.
 */
export interface OutputFolders {
  /** The published folder, with links resolved. */
  readonly out: string;
  readonly lock: string;
  /** Where a build writes. */
  readonly staging: string;
  /** Replaced files, until all changes are made. */
  readonly previous: string;
  /** The changes to `out` in progress, written when staging is complete. */
  readonly journal: string;
  /** The same, while the changes are being undone. */
  readonly undo: string;
  /** Exists if a build made `out`. */
  readonly made: string;
}

/** Suffixes of the folders that change together: the site, and the files for hosts. */
export const outputParts = ['', '-hosting'] as const;

export type OutputPart = (typeof outputParts)[number];

/** The absolute paths for an output folder, which need not exist. */
export async function outputFolders(outDir: string): Promise<OutputFolders> {
  const out = await followLinks(resolve(outDir));
  const beside = join(dirname(out), buildFolderName(basename(out)));
  return {
    out,
    lock: join(beside, 'lock'),
    staging: join(beside, 'new'),
    previous: join(beside, 'old'),
    journal: join(beside, 'journal.json'),
    undo: join(beside, 'undo.json'),
    made: join(beside, 'made'),
  };
}

async function followLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    // It does not exist, or is a link to a folder that does not exist.
    const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
    return isLink ? resolve(dirname(path), await readlink(path)) : path;
  }
}
