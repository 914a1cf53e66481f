import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { ReadSettings } from '../content/settings/publication-settings.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { quote } from '../system/problems/format-problem.ts';
import { nearestName, suggestName } from '../system/problems/nearest-name.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { type Theme, themeFile } from './theme.ts';

export interface LoadThemeOptions {
  /** The project's folder. */
  readonly root: string;
  /** An absolute path. */
  readonly contentDir: string;
  readonly readSettings: ReadSettings;
}

/**
 * Loads the theme of a publication: the folder `theme` of the project, or the one that `theme.folder`
 * names, relative to the content folder. `theme` is undefined where there is none, or no file in it.
 * Checks the names of its files only.
 */
export function loadTheme({ root, contentDir, readSettings }: LoadThemeOptions): {
  theme?: Theme;
  problems: readonly Problem[];
} {
  const named = readSettings.publication?.theme.folder;
  const folder = themeFolder(root, contentDir, named);
  const shown = shownAs(root, folder);
  const found = statSync(folder, { throwIfNoEntry: false });
  if (named === undefined) {
    if (found?.isFile()) return { problems: [notFolder(shown)] };
    if (!found?.isDirectory()) return { problems: [] };
  } else {
    const fault = checkFolder(named, found?.isDirectory() === true, { folder, contentDir });
    const { file = '', positionOf } = readSettings;
    const place = positionOf?.(['theme', 'folder']) ?? { line: 1, column: 1 };
    if (fault)
      return {
        problems: [{ severity: 'error', file, ...place, field: 'theme.folder', ...fault }],
      };
  }
  try {
    return readTheme({ folder, root, shown }, readSettings);
  } catch (error) {
    return { problems: [unreadable(error, { folder, shown })] };
  }
}

/** @throws {Error} of the disk */
function readTheme(
  { folder, root, shown }: Pick<Theme, 'folder' | 'root' | 'shown'>,
  readSettings: ReadSettings,
): { theme?: Theme; problems: readonly Problem[] } {
  const files = listThemeFiles(folder);
  if (files.length === 0) return { problems: [] };
  const problems = [
    ...files.flatMap((path) => checkName(path, shown) ?? []),
    ...checkScripts(files, shown, readSettings),
  ];
  const hash = hashTheme(root, folder, files);
  const styleHash = hashTheme(root, folder, files, unrelated);
  return { theme: { folder, root, shown, files, hash, styleHash }, problems };
}

function unreadable(
  error: unknown,
  { folder, shown }: Pick<Theme, 'folder' | 'shown'>,
): Problem {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) throw error;
  const file = isBelow(folder, path) ? `${shown}${path.slice(folder.length)}` : path;
  return {
    ...{ severity: 'error', file: file.replaceAll(sep, '/'), line: 1, column: 1 },
    field: 'theme',
    message: wrongValue('a file or folder that can be read', code),
    cure: 'give yourself permission to read it, or remove it',
  };
}

function notFolder(file: string): Problem {
  const message = wrongValue('a folder', 'a file');
  const place = { file, line: 1, column: 1, field: 'theme' };
  return { severity: 'warning', ...place, message, cure: 'it has no effect' };
}

/** A folder with the articles, or above them, would be read and compared at each build, with all in it. */
function checkFolder(
  named: string,
  isFolder: boolean,
  { folder, contentDir }: { readonly folder: string; readonly contentDir: string },
): Pick<Problem, 'message' | 'cure'> | undefined {
  if (!isFolder)
    return { message: wrongValue('a folder, relative to publication.yaml', quote(named)) };
  if (!isBelow(realpathSync(folder), contentDir)) return undefined;
  const got = `${quote(named)}, in which the content folder is`;
  return {
    message: wrongValue('a folder for the files of the theme only', got),
    cure: 'move them to a folder of their own',
  };
}

/** Whether a path is that of the folder, or below it. */
function isBelow(folder: string, path: string): boolean {
  return `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** The absolute path of the folder in which a theme is, if there is one. */
export function themeFolder(
  root: string,
  contentDir: string,
  named: string | undefined,
): string {
  return named === undefined ? join(root, 'theme') : resolve(contentDir, named);
}

function shownAs(root: string, folder: string): string {
  const path = relative(root, folder);
  return path.startsWith('..') || isAbsolute(path) ? folder : path.replaceAll(sep, '/');
}

/** `above`: the real paths of the folders that lead to this one. A link to one of them would never end. */
function listThemeFiles(
  folder: string,
  path = '',
  above: readonly string[] = [realpathSync(folder)],
): string[] {
  return readdirSync(join(folder, path))
    .filter((name) => isThemeName(name, path))
    .flatMap((name) => {
      const below = path === '' ? name : `${path}/${name}`;
      const found = statSync(join(folder, below), { throwIfNoEntry: false });
      if (found?.isDirectory()) {
        const real = realpathSync(join(folder, below));
        return above.includes(real) ? [] : listThemeFiles(folder, below, [...above, real]);
      }
      return found?.isFile() ? [below] : [];
    })
    .sort();
}

/** Public files may have any name, such as `.well-known`. */
function isThemeName(name: string, folder: string): boolean {
  if (name === 'node_modules') return false;
  return !name.startsWith('.') || /^public(?:\/|$)/u.test(folder);
}

/** Files that change no template: what they change has a key of its own. */
const unrelated = ['words', 'public', 'markdown'];
const apart = [...unrelated, 'style'];

function hashTheme(
  root: string,
  folder: string,
  files: readonly string[],
  left: readonly string[] = apart,
): string {
  const hash = createHash('sha256');
  for (const path of files)
    if (!left.includes(themeFile(path).kind))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(folder, path)))
        .update('\0');
  // Components may import packages of the project.
  const lockfile = join(root, 'package-lock.json');
  if (existsSync(lockfile)) hash.update(readFileSync(lockfile));
  return hash.digest('hex');
}

/** The names of the components that a theme can replace, without ending. */
export function componentNames(): string[] {
  return readdirSync(join(packageFolder(), 'src/site/components'))
    .filter((name) => name.endsWith('.astro'))
    .map((name) => name.replace(/\.astro$/u, ''))
    .sort();
}

/** Names with a meaning at the top of a theme. */
const known = ['components', 'markdown.ts', 'pages', 'public', 'style.css', 'words'];

function checkName(path: string, shown: string): Problem | undefined {
  const place = { file: `${shown}/${path}`, line: 1, column: 1 };
  const file = themeFile(path);
  if (file.kind === 'component') {
    const names = componentNames();
    if (names.includes(file.name)) return undefined;
    return {
      ...{ severity: 'error', ...place, field: 'component' },
      message: wrongValue('the name of a component of Dateline', quote(file.name)),
      cure: 'rename it, or move a component of your own to another folder, such as theme/parts',
      ...suggestLonger(file.name, names),
      ...suggestName(file.name, names),
    };
  }
  const [top = ''] = path.split('/');
  if (file.kind !== 'other') return undefined;
  const cure = cureOfForm(path);
  if (cure !== undefined) return { ...noEffect(path, place), cure };
  if (known.includes(top)) return undefined;
  const near = nearestName(top, known) ?? nearestName(top.replace(/\.\w+$/u, ''), known);
  if (near === undefined) return undefined;
  return { ...noEffect(top, place), cure: `did you mean \`${near}\`?` };
}

function noEffect(name: string, place: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  const message = `${quote(name)} has no effect by itself`;
  return { severity: 'warning', ...place, field: 'theme', message };
}

/** `Footer`: a part of some names. */
function suggestLonger(name: string, names: readonly string[]): Pick<Problem, 'cure'> {
  const longer = names.filter((other) => other.includes(name));
  return longer.length === 0 || longer.length > 3
    ? {}
    : { cure: `did you mean ${longer.map((other) => `\`${other}\``).join(' or ')}?` };
}

/** The cure for words and pages in files of another form. */
function cureOfForm(path: string): string | undefined {
  const [, name = ''] = /^words\/(.+)\.(?:yml|json)$/u.exec(path) ?? [];
  if (name !== '') return `rename it to words/${name}.yaml`;
  return /^pages\/.+\.(?:html?|mdx?)$/u.test(path)
    ? 'pages of a theme are .astro files; pages in Markdown are in the folder pages of the content folder'
    : undefined;
}

/** Scripts that no page runs, since publication.yaml names none. If it names one, others may be its parts. */
function checkScripts(
  files: readonly string[],
  shown: string,
  { publication }: ReadSettings,
): Problem[] {
  if (publication === undefined || publication.security?.scripts?.length) return [];
  const folder = isAbsolute(shown) ? basename(shown) : shown;
  return files
    .filter((path) => /^scripts\/[^/]+\.[jt]s$/u.test(path))
    .map((path) => ({
      ...noEffect(path, { file: `${shown}/${path}`, line: 1, column: 1 }),
      cure: `to run it in pages, name it in publication.yaml: \`security: { scripts: [${folder}/${path}] }\``,
    }));
}
