import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findContentFiles } from '../../newsroom/find-content-files.ts';
import { projectFiles } from '../../newsroom/project-files.ts';
import { readPublication } from '../../newsroom/read-publication.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import { themeFolder } from '../../theme/load-theme.ts';
import { namesOf, type Run, type StageOptions, storedAt, storeRun } from './run.ts';

/**
 * Plans a sharded build: names the run, sets its clock, and lists the files of the content folder, so that later
 * stages notice if their machine has others. Removes what earlier runs left except what they printed.
 *
 * @param state see `Run`
 * @throws {Error} where the content folder cannot be read
 */
export async function planRun(options: StageOptions, state: string | undefined): Promise<Run> {
  const { settings, store } = options;
  const { contentFiles, others } = await listContent(options);
  const run = {
    id: randomUUID(),
    code: hashCode(),
    now: settings.now,
    ...namesOf([...contentFiles, ...others]),
    ...(state === undefined ? {} : { state }),
  };
  await storeRun(options, run);
  const runs = `${storedAt(options)}/runs`;
  for (const id of await readdir(join(store.folder, runs)).catch(() => []))
    if (id !== run.id) await rm(join(store.folder, runs, id), { recursive: true, force: true });
  await store.remove([`${runs}/`]);
  return run;
}

async function listContent({ root, settings }: StageOptions) {
  const contentDir = resolve(root, settings.contentDir);
  const { publication } = await readPublication(contentDir, settings.contentDir);
  const theme = themeFolder(root, contentDir, publication?.theme.folder);
  const project = projectFiles(root, settings, theme);
  return findContentFiles(contentDir, settings.contentDir, project);
}
