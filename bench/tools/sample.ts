import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildCommand, root } from './dateline.ts';
import type { Site, Tool } from './tool.ts';

const run = promisify(execFile);

/**
 * A new clone of this project, as committed, with the installed packages of this one, and the
 * whole `npm run build` in it; cold is its first build.
 */
export const sample: Tool = {
  name: 'sample',
  cure: 'no git, or no repository: it needs a clone of the project',
  findVersion,
  prepare,
};

/** The number of its articles, for the tables. */
export async function countSample(): Promise<number> {
  const paths = await readdir(join(root, 'content'), { recursive: true });
  return paths.filter((path) => path.endsWith('.md')).length;
}

async function findVersion(): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['-C', root, 'rev-parse', '--short', 'HEAD']);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

async function prepare(folder: string): Promise<Site> {
  await run('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, folder]);
  await cp(join(root, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  const contentDir = join(folder, 'content');
  const outDir = join(folder, 'dist');
  const { env } = buildCommand({ CONTENT_DIR: contentDir, OUT_DIR: outDir }, folder);
  return {
    contentDir,
    outDir,
    article: 'lee-xi-beijing.md',
    command: { file: 'npm', args: ['run', 'build'], cwd: folder, env },
  };
}
