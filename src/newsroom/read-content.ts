import { basename, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ContentFile } from '../content/article/content-file.ts';
import type { PictureNotes } from '../content/article/picture-note.ts';
import type {
  PublicationSettings,
  ReadSettings,
} from '../content/settings/publication-settings.ts';
import type { Settings } from '../content/settings/settings.ts';
import type { OwnWords } from '../language/words-for.ts';
import type { Problem } from '../system/problems/problem.ts';
import type { NamedScript } from '../theme/bundle-scripts.ts';
import { type BundledSteps, bundleSteps } from '../theme/bundle-steps.ts';
import { bundleTheme, type ThemeFiles } from '../theme/bundle-theme.ts';
import { loadTheme, themeFolder } from '../theme/load-theme.ts';
import { checkWordsUsed, loadWords } from '../theme/load-words.ts';
import type { Theme } from '../theme/theme.ts';
import { checkEmptiness } from './check-files.ts';
import type { Reading, StoredContentFile } from './content-store.ts';
import { createFileMemory, type FileMemory } from './file-memory.ts';
import { findContentFiles } from './find-content-files.ts';
import type { Logos } from './prepare-logos.ts';
import { projectFiles } from './project-files.ts';
import { readContentFiles } from './read-content-files.ts';
import { readPictureNotes } from './read-picture-notes.ts';
import { defaultPublication, readPublication } from './read-publication.ts';

/**
 * What the dev preview remembers between two readings of the content folder. The last valid version of
 * a content file or of `publication.yaml` replaces one with errors.
 */
export interface LiveMemory {
  /** The result of the last reading of each content file, by path. */
  read: ReadonlyMap<string, Reading>;
  /** The last valid version of each content file, by path. */
  readonly good: Map<string, StoredContentFile>;
  readonly files: FileMemory;
  settings?: PublicationSettings;
  /** The last steps for texts that could be bundled. */
  steps?: BundledSteps | undefined;
  logos?: Logos;
}

export interface ReadContentOptions {
  /** The project's folder. */
  readonly root: string;
  readonly settings: Settings;
  /** Gives the reading of an earlier run, by path. */
  readonly earlier: (path: string) => Reading | undefined;
  /** Only in the dev preview. */
  readonly memory?: LiveMemory;
  /** Says which content files are read, by path. Default: all. */
  readonly only?: (path: string) => boolean;
  /** Whether the files that `earlier` has were read just now: they are not opened. Default: false. */
  readonly isGathered?: boolean;
}

/** Absolute paths of folders; `shown` is the content folder as problems name it. */
export interface Places {
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
  readonly shown: string;
  /** See `projectFiles`. */
  readonly project: readonly string[];
}

/** The files of a content folder, not cross-validated yet. */
export interface ReadContent {
  readonly places: Places;
  readonly readSettings: ReadSettings;
  /** The settings in use. If `publication.yaml` has an error, its last valid version or the defaults. */
  readonly publication: PublicationSettings;
  readonly theme?: Theme;
  readonly themeFiles?: ThemeFiles;
  readonly themeProblems: readonly Problem[];
  /** The paths of all files below the folder. */
  readonly found: readonly string[];
  /** The paths of the content files that are read. */
  readonly paths: readonly string[];
  /** The paths of all other files. */
  readonly files: ReadonlySet<string>;
  readonly notes: PictureNotes;
  readonly known: FileMemory;
  /** What was read of each of them that could be read. */
  readonly readings: ReadonlyMap<string, Reading>;
  readonly contentFiles: readonly StoredContentFile[];
  /** What can be read of content files with errors. */
  readonly faulty: readonly ContentFile[];
  readonly problems: readonly Problem[];
  /** Whether nothing can be published, since there is no content file. */
  readonly empty: boolean;
  /** Paths of the files that cannot be read or have errors of their own. */
  readonly unread: ReadonlySet<string>;
}

/** Slashes at the end of a path; on Windows also backslashes. */
const endSlashes = sep === '/' ? /(?<=.)\/+$/u : /(?<=[^:])[\\/]+$/u;

/** The scripts that `publication.yaml` names, with the places of their names. */
function scriptsIn({ publication, positionOf, file = '' }: ReadSettings): NamedScript[] {
  const at = (path: readonly (string | number)[]) =>
    positionOf?.(path) ?? { line: 1, column: 1 };
  return (publication?.security?.scripts ?? []).map((name, index) => {
    const path = ['security', 'scripts', index];
    return { name, file, ...at(path), field: path.join('.') };
  });
}

/**
 * Finds and reads the files of a content folder.
 *
 * @throws {Error} of the disk where the folder cannot be read
 */
export async function readContent(options: ReadContentOptions): Promise<ReadContent> {
  const { root, settings, earlier, memory, only = () => true, isGathered = false } = options;
  const contentDir = resolve(root, settings.contentDir);
  const cacheDir = resolve(root, settings.cacheDir);
  const shown = settings.contentDir.replace(endSlashes, '');
  const known = memory?.files ?? createFileMemory();
  const readSettings = await readPublication(contentDir, shown);
  const theme = themeFolder(root, contentDir, readSettings.publication?.theme.folder);
  const project = projectFiles(root, settings, theme);
  const places = { root, contentDir, cacheDir, shown, project };
  const ofTheme = loadTheme({ root, contentDir, readSettings });
  const bundled = await bundleTheme(ofTheme.theme, {
    basePath: settings.basePath,
    scripts: scriptsIn(readSettings),
  });
  const ofWords = loadWords(ofTheme.theme);
  const ofSteps = await bundleSteps(ofTheme.theme, cacheDir);
  const steps = ofSteps.problems.some(isError) ? memory?.steps : ofSteps.steps;
  if (memory) memory.steps = steps;
  const themeProblems = [
    ...[...ofTheme.problems, ...bundled.problems],
    ...[...ofWords.problems, ...ofSteps.problems],
  ];
  // Used where it has errors, so that the errors of articles are reported too.
  const good = memory?.settings ?? defaultPublication(basename(contentDir));
  const changed = isDeepStrictEqual(readSettings.publication, good)
    ? undefined
    : readSettings.publication;
  const lastWords = ofWords.problems.some(isError) ? memory?.settings?.words : undefined;
  const words = lastWords ?? ofWords.words;
  const publication = withWords(changed ?? good, words);
  const found = await findContentFiles(contentDir, shown, project);
  // A linked file may change under its other name, which the watcher does not see.
  if (found.linked.size > 0) known.forget((path) => found.linked.has(path));
  const files = new Set(found.others);
  const noted = readPictureNotes(files, {
    ...{ ...places, known },
    size: publication.limits.size,
  });
  const contentPaths = found.contentFiles.filter(only);
  const { readings, problems } = await readContentFiles(contentPaths, {
    ...{ ...places, publication, steps, earlier, known, isGathered },
    keepReady: memory !== undefined,
  });
  if (memory) memory.read = readings;
  const read = contentPaths.flatMap((path) => readings.get(path) ?? []);
  const contentFiles = read.filter((reading) => 'content' in reading);
  const failed = read.filter((reading) => 'problems' in reading);
  const hasSettings = readSettings.file !== undefined;
  const { error, warnings } = checkEmptiness(found, { shown, hasSettings });
  const emptiness = settings.allowEmpty || !error ? warnings : [error];
  const seen = new Set(contentFiles.map(({ content }) => content.path));
  const wrong = [...found.problems, ...noted.problems].filter(
    ({ severity }) => severity === 'error',
  );
  return {
    places,
    readSettings,
    publication,
    theme: ofTheme.theme,
    themeFiles: bundled.files,
    themeProblems,
    paths: contentPaths,
    found: [...found.contentFiles, ...found.others],
    files,
    notes: noted.notes,
    known,
    readings,
    contentFiles,
    faulty: failed.flatMap(({ faulty }) => faulty ?? []),
    problems: [
      ...readSettings.problems,
      ...themeProblems,
      ...checkWordsUsed(ofTheme.theme, [
        ...publication.languages,
        ...contentFiles.map(({ content }) => content.language),
      ]),
      ...emptiness,
      ...found.problems,
      ...noted.problems,
      ...problems,
      ...failed.flatMap((reading) => reading.problems),
    ],
    empty: error !== undefined && !settings.allowEmpty,
    unread: new Set([
      ...contentPaths.filter((path) => !seen.has(path)),
      ...wrong.map(({ file }) => file.slice(shown.length + 1)),
    ]),
  };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Settings in use have the words of the theme's files. */
function withWords(
  settings: PublicationSettings,
  words: OwnWords | undefined,
): PublicationSettings {
  if (settings.words === words) return settings;
  const { words: _, ...others } = settings;
  return words === undefined ? others : { ...others, words };
}
