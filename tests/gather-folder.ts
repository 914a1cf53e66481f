import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { parseSettings } from '../src/content/settings/settings.ts';
import { type Gathered, gatherContent } from '../src/newsroom/gather-content.ts';
import { formatProblem } from '../src/system/problems/format-problem.ts';
import type { Problem } from '../src/system/problems/problem.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { type FileContent, projectRoot } from './test-site.ts';

/** The result of reading a content folder, as `npm run check` does. */
export interface GatheredFolder extends Gathered {
  /** Paths of the folder and of the cache. */
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Problems as printed, with the folder as `CONTENT`. */
  readonly lines: readonly string[];
  /** Published stories by path. */
  readonly paths: readonly string[];
}

export interface GatherFolderOptions {
  readonly now?: string;
  /** Whether drafts and scheduled articles are published. */
  readonly drafts?: boolean;
  readonly allowEmpty?: boolean;
  /** Adds what `files` cannot express, such as named pipes. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** Writes `files` into a temporary content folder and reads it, at noon of 1 June 2026. */
export async function gatherFolder(
  t: TestContext,
  files: Readonly<Record<string, FileContent>>,
  {
    now = '2026-06-01T12:00:00Z',
    drafts = false,
    allowEmpty,
    prepare,
  }: GatherFolderOptions = {},
): Promise<GatheredFolder> {
  const folder = await temporaryFolder(t);
  const contentDir = join(folder, 'content');
  await mkdir(contentDir);
  for (const [path, content] of Object.entries(files)) {
    const place = join(contentDir, path);
    await mkdir(dirname(place), { recursive: true });
    if (content === null) await mkdir(place);
    else if (typeof content === 'object' && 'link' in content)
      await symlink(content.link, place);
    else await writeFile(place, content);
  }
  await prepare?.(contentDir);
  const cacheDir = join(folder, 'cache');
  const environment = {
    CONTENT_DIR: contentDir,
    CACHE_DIR: cacheDir,
    NOW: now,
    ...(allowEmpty ? { ALLOW_EMPTY: '1' } : {}),
  };
  const { settings } = parseSettings(environment, 0);
  const gathered = await gatherContent({
    root: projectRoot,
    settings,
    drafts,
    earlier: () => undefined,
  });
  const show = (problem: Problem) => formatProblem(problem).replaceAll(contentDir, 'CONTENT');
  return {
    ...gathered,
    contentDir,
    cacheDir,
    lines: gathered.problems.map(show),
    paths: [...gathered.published.byPath.keys()],
  };
}
