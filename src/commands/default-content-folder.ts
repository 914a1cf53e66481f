import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSettingsName } from '../newsroom/find-content-files.ts';
import { isOutputFolder } from '../system/cache/build-folder.ts';
import { CommandError } from './parse-command.ts';

/** The content folder that every guide names. */
export const usualContentFolder = 'content';

/** Folders of a project that never contain articles. */
const otherFolders: readonly string[] = ['node_modules', 'theme', 'public', 'dist'];

/**
 * The content folder of a project where `CONTENT_DIR` is not set, as a path below it: `content`, else the
 * folder with `publication.yaml`, which is the project folder itself (`.`) or a folder directly in it.
 * Undefined where there is neither.
 *
 * @throws {CommandError} where two folders have one
 */
export function findContentFolder(project: string): string | undefined {
  const usual = join(project, usualContentFolder);
  if (statSync(usual, { throwIfNoEntry: false })?.isDirectory()) return usualContentFolder;
  const entries = list(project);
  const names = new Set(entries.map(({ name }) => name));
  const folders = entries.filter(
    (entry) =>
      (entry.isDirectory() || entry.isSymbolicLink()) &&
      !/^[._]/u.test(entry.name) &&
      !otherFolders.includes(entry.name) &&
      !isOutputFolder(entry.name, names),
  );
  const found = [
    ...(hasSettings(project) ? ['.'] : []),
    ...folders
      .map(({ name }) => name)
      .filter((name) => hasSettings(join(project, name)))
      .sort(),
  ];
  const [first, ...others] = found;
  if (others.length === 0) return first;
  const shown = found.map((name) =>
    name === '.' ? 'the working folder' : JSON.stringify(name),
  );
  throw new CommandError(
    `CONTENT_DIR: not set, and expected one folder with publication.yaml, got ${shown.join(' and ')}; set CONTENT_DIR to one of them`,
  );
}

/** Whether `publication.yaml` is beside `content`, where it is not read. */
export function hasUnreadSettings(project: string): boolean {
  const usual = join(project, usualContentFolder);
  return existsSync(usual) && [project, usual].map(hasSettings).join() === 'true,false';
}

function hasSettings(folder: string): boolean {
  return list(folder).some(({ name }) => isSettingsName(name));
}

/** The entries of a folder; none where it is another kind of file or cannot be read. */
function list(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
