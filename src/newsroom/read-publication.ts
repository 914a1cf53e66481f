import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import {
  type PublicationSettings,
  parsePublication,
  type ReadSettings,
} from '../content/settings/publication-settings.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { isInside, isSettingsName, specialKind } from './find-content-files.ts';

/** The maximum size of `publication.yaml` in bytes: thousands of sections. */
const maxSize = 1_000_000;

/**
 * Reads `publication.yaml` of a content folder. A folder without one is a publication with default
 * settings and the folder's name. `shown` is the folder as problems name it. The case of the file name
 * does not matter, as on case-insensitive file systems. Anything but a regular file inside the folder is
 * an error and is never opened.
 */
export async function readPublication(
  contentDir: string,
  shown: string,
): Promise<ReadSettings> {
  const [name, second] = await namesOf(contentDir);
  if (name === undefined) return parsePublication('', '', basename(contentDir));
  const file = `${shown}/${name}`;
  const fault = (expected: string, got: string, cure: string): ReadSettings => {
    const at = { file, line: 1, column: 1, field: 'publication.yaml' };
    const problem: Problem = {
      severity: 'error',
      ...at,
      message: wrongValue(expected, got),
      cure,
    };
    return { problems: [problem], file };
  };
  if (second !== undefined)
    return fault('one file with settings', `${name} and ${second}`, 'remove one of them');
  if (!/\.yaml$/iu.test(name))
    return fault('the name publication.yaml', name, 'rename it to publication.yaml');
  const path = join(contentDir, name);
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined || !isInside(await realpath(contentDir), target)) {
    const got = target === undefined ? 'a broken link' : 'a symbolic link to a place outside';
    return fault('a file inside the content folder', got, 'copy the file here');
  }
  const status = await stat(target);
  if (!status.isFile())
    return fault('a file with settings', specialKind(status), 'rename or remove it');
  if (status.size > maxSize)
    return fault('at most 1 MB', `${status.size} bytes`, 'keep only the settings in it');
  const bytes = await readFile(target);
  const empty = bytes.toString('latin1').trim() === '';
  const decoded = empty ? { text: '' } : decodeContentFile(bytes, file);
  if (decoded.text === undefined)
    return { problems: decoded.problem ? [decoded.problem] : [], file };
  return { ...parsePublication(decoded.text, file, basename(contentDir)), file };
}

/** Lists the entries of a content folder that are named like its settings, the exact name first. */
async function namesOf(contentDir: string): Promise<string[]> {
  const exact = 'publication.yaml';
  const entries = await readdir(contentDir).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter(isSettingsName).sort();
  return names.includes(exact) ? [exact, ...names.filter((name) => name !== exact)] : names;
}

/** The settings of a publication without `publication.yaml`. */
export function defaultPublication(folderName: string): PublicationSettings {
  const { publication } = parsePublication('', 'publication.yaml', folderName);
  if (!publication)
    throw new Error('the defaults of publication.yaml do not fit its own schema');
  return publication;
}
