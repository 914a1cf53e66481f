import { lstat, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * The folders of one output. All but the two that hosts read are in one hidden sibling (`dist` ->
 * `.dist-build`), on the same disk, so that files can be renamed from one to another.
 */
export interface OutputFolders {
  /** What is served, links resolved. */
  readonly out: string;
  readonly lock: string;
  /** Where a build writes. */
  readonly staging: string;
  /** Where replaced files are until all changes are made. */
  readonly previous: string;
  /** What is being changed in `out`, once staging is complete. */
  readonly journal: string;
  /** The same, where it is being undone. */
  readonly undo: string;
  /** Exists where `out` is from a build. */
  readonly made: string;
}

/** Suffixes of the folders that change together: what is served, and files for hosts. */
export const outputParts = ['', '-hosting'] as const;

export type OutputPart = (typeof outputParts)[number];

/** Absolute paths of all folders of an output folder, which need not exist yet. */
export async function outputFolders(outDir: string): Promise<OutputFolders> {
  const out = await followLinks(resolve(outDir));
  const beside = join(dirname(out), `.${basename(out)}-build`);
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
    // Not there yet, or a link to a folder that is not there yet.
    const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
    return isLink ? resolve(dirname(path), await readlink(path)) : path;
  }
}
