import { existsSync } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { codeOf, HostingError } from '../hosting-error.ts';
import type { OutputFolders } from './output-folders.ts';

/**
 * Throws unless a build may replace `folders.out` and the folder for hosts beside it. Each must be
 * missing, empty or made by a build, whose record or `-hosting/files.json` is beside it; its own files
 * prove nothing, because a folder that looks like a site may be the user's own. The output may not
 * contain the project, the home folder or the content folder, nor be inside the content folder, where
 * the next build would read it.
 *
 * @throws {HostingError} saying what to do
 */
export async function checkReplaceable(
  folders: OutputFolders,
  contentDir: string | undefined,
): Promise<void> {
  const { out } = folders;
  if (out === parse(out).root) {
    throw new HostingError(
      `${out}: the output cannot be a whole disk; set OUT_DIR to a folder`,
    );
  }
  const content = await realPath(contentDir ?? '.');
  for (const folder of [content, await realPath('.'), await realPath(homedir())]) {
    if (!isInside(folder, out)) continue;
    throw new HostingError(
      `${out}: the output would replace ${folder}; ` +
        'set OUT_DIR to a separate folder, such as dist',
    );
  }
  if (contentDir !== undefined && isInside(out, content)) {
    throw new HostingError(
      `${out}: the output is inside the content folder, and the next build would read it; ` +
        'set OUT_DIR to a folder outside',
    );
  }
  if (!(await wasBuilt(folders))) {
    throw new HostingError(
      `${out}: contains files that no build made, so it is not replaced; ` +
        'move them away, or set OUT_DIR to a new or empty folder',
    );
  }
  await checkBeside(folders);
  await checkMount(out);
}

async function wasBuilt({ out, made }: OutputFolders): Promise<boolean> {
  if (existsSync(made) || existsSync(join(`${out}-hosting`, 'files.json'))) return true;
  try {
    return (await readdir(out)).length === 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    if (codeOf(error) !== 'ENOTDIR') throw error;
    throw new HostingError(`${out}: is a file, not a folder: change OUT_DIR`);
  }
}

/** The same for the folder for hosts. A link is the user's own. */
async function checkBeside({ out, journal, undo }: OutputFolders): Promise<void> {
  const beside = `${out}-hosting`;
  const found = await lstat(beside).catch(() => undefined);
  if (found === undefined) return;
  const needed =
    'files for hosts are written there; move it away, or set OUT_DIR to another folder';
  if (!found.isDirectory())
    throw new HostingError(
      `${beside}: expected a folder, got a ${found.isSymbolicLink() ? 'link' : 'file'}: ${needed}`,
    );
  // An interrupted build will be finished first.
  if ([join(beside, 'files.json'), journal, undo].some(existsSync)) return;
  if ((await readdir(beside)).length === 0) return;
  throw new HostingError(`${beside}: contains files that no build made: ${needed}`);
}

/** A mount point cannot be renamed: fails now and not at the end of the build. */
async function checkMount(out: string): Promise<void> {
  const found = await stat(out).catch(() => undefined);
  if (found === undefined) return;
  if (found.dev === (await stat(dirname(out))).dev) return;
  throw new HostingError(
    `${out}: is a mount point and cannot be replaced; ` +
      'mount the folder that contains it, or set OUT_DIR to a folder inside it',
  );
}

function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
