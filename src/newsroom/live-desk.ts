import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import { parseSettings, type Settings } from '../content/settings/settings.ts';
import { publicationFolder } from '../system/cache/publication-folder.ts';
import { formatProblem } from '../system/problems/format-problem.ts';
import { toPrintableLine } from '../system/problems/printable.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { openContentStore } from './content-store.ts';
import { createFileMemory } from './file-memory.ts';
import { isSettingsName } from './find-content-files.ts';
import { type Gathered, gatherContent } from './gather-content.ts';
import { type LoadedSite, type PreviewStatus, toLoadedSite } from './loaded-site.ts';
import { projectFiles } from './project-files.ts';
import type { LiveMemory } from './read-content.ts';
import { createReporter } from './report-gathered.ts';
import { type Touched, watchFolder } from './watch-folder.ts';

export interface LiveDeskOptions {
  /** The project's folder. */
  readonly root: string;
  /** Replaces the site that is shown. */
  readonly show: (site: LoadedSite) => void;
  /** Called when what is shown has changed. */
  readonly onChange: () => void;
  /** Bundles the scripts of child processes again, since the cache may be deleted at any time. */
  readonly restore: () => Promise<void>;
}

/**
 * Reads the content folder for the dev preview, and again after each change. Shows valid files, and the
 * last valid version of others. Reports new problems and fixed ones.
 *
 * @returns after the first reading, a function that reads the whole folder again
 */
export async function openLiveDesk({
  root,
  show,
  onChange,
  restore,
}: LiveDeskOptions): Promise<() => Promise<void>> {
  const report = createReporter();
  const desk = createLiveDesk(root);
  const { settings } = parseSettings(process.env, Date.now());
  let shown: LoadedSite | undefined;
  let failed: Problem | undefined;
  const load = async (touched: Touched): Promise<LoadedSite> => {
    try {
      const { gathered, site } = await desk(touched).catch(async () => {
        // Whatever the error says, a part of the cache may be lost, such as a picture.
        await restore();
        return desk('all');
      });
      report(gathered);
      if (failed) terminal().info(`${toPrintableLine(failed.file)}: fixed`);
      failed = undefined;
      return site;
    } catch (error) {
      const problem = toFolderProblem(error, settings.contentDir);
      if (shown === undefined || problem === undefined) throw error;
      const text = formatProblem(problem);
      if (!isDeepStrictEqual(problem, failed)) terminal().problem(problem);
      failed = problem;
      return withProblem(shown, { ...problem, subject: 'file', text });
    }
  };
  const read = async (touched: Touched): Promise<boolean> => {
    const site = await load(touched);
    show(site);
    const changed = site.preview?.state !== shown?.preview?.state;
    shown = site;
    return changed;
  };
  // One at a time, so that the latest reading is shown.
  const inTurn = pLimit(1);
  const changed = async (touched: Touched) => {
    if (await inTurn(() => read(touched))) onChange();
  };
  watchFolder(resolve(root, settings.contentDir), changed, projectFiles(root, settings));
  const readAll = async () => {
    await inTurn(() => read('all'));
  };
  await readAll();
  return readAll;
}

/** A problem for an error that stops the reading of the whole folder: missing files, or no permission. */
function toFolderProblem(error: unknown, contentDir: string): Problem | undefined {
  const { code = '', path } = error as NodeJS.ErrnoException;
  const folder = resolve(contentDir);
  if (path !== folder && !path?.startsWith(folder + sep)) return undefined;
  const kind = statSync(path, { throwIfNoEntry: false })?.isFile() ? 'file' : 'folder';
  const remedy = code === 'ENOENT' ? 'put it back' : 'give yourself permission to read it';
  return {
    severity: 'error',
    file: join(contentDir, relative(folder, path)),
    ...{ line: 1, column: 1, field: kind },
    message: code === 'ENOENT' ? 'missing' : wrongValue(`a readable ${kind}`, code),
    cure: `${remedy}; until then, pages are shown as they were`,
  };
}

/** The last site, with the problem that stops it from being read. */
function withProblem(site: LoadedSite, problem: PreviewStatus['problems'][number]): LoadedSite {
  const { preview } = site;
  if (preview === undefined) return site;
  const problems = [problem, ...preview.problems.filter(({ text }) => text !== problem.text)];
  return { ...site, preview: { ...preview, state: randomUUID(), problems } };
}

export type LiveDesk = (
  touched: Touched,
) => Promise<{ readonly gathered: Gathered; readonly site: LoadedSite }>;

/**
 * Creates a function that reads the content folder: all files, or those that were touched since the last
 * call. The result is the same as that of reading all files.
 */
export function createLiveDesk(root: string): LiveDesk {
  const files = createFileMemory();
  const memory: LiveMemory = { read: new Map(), good: new Map(), files };
  const kept = parseSettings(process.env, 0).settings;
  const cacheDir = resolve(root, kept.cacheDir);
  const store = openContentStore(cacheDir, `${publicationFolder(root, kept)}/content-files`);
  let keeping = Promise.resolve();
  let state = randomUUID();
  let shown: readonly unknown[] = [];
  return async (touched) => {
    files.forget((path) => touched === 'all' || touched(path));
    const { settings } = parseSettings(process.env, Date.now());
    const gathered = await gatherContent({
      ...{ root, settings, drafts: true, memory },
      earlier: (path) => memory.read.get(path) ?? store.earlier(path),
    });
    remember(memory, gathered);
    // In the background. The preview also works where the cache cannot be written.
    keeping = keeping.then(() => store.keep(gathered.readings)).catch(() => undefined);
    const now = shownOf(gathered);
    if (!isDeepStrictEqual(now, shown)) state = randomUUID();
    shown = now;
    return { gathered, site: toSite(gathered, settings, state) };
  };
}

/** Remembers valid content files, and forgets those whose file was removed. */
function remember(memory: LiveMemory, gathered: Gathered): void {
  const { contentFiles, problems, standIns, paths } = gathered;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ file }) => file));
  for (const item of contentFiles)
    if (!wrong.has(item.content.file)) memory.good.set(item.content.path, item);
  const there = new Set([...paths, ...standIns]);
  for (const path of memory.good.keys()) if (!there.has(path)) memory.good.delete(path);
  if (!gathered.publishable) return;
  memory.settings = gathered.published.settings;
  memory.logos = gathered.logos;
}

function toSite(gathered: Gathered, settings: Settings, state: string): LoadedSite {
  const { contentFiles, problems, standIns, published } = gathered;
  const pages = new Set(
    contentFiles.flatMap(({ content }) =>
      published.byPath.has(content.path) ? [content.file] : [],
    ),
  );
  const subjectOf = (file: string) => {
    if (pages.has(file)) return 'page';
    return isSettingsName(basename(file)) ? 'publication' : 'file';
  };
  return toLoadedSite(gathered, settings, {
    state,
    now: settings.now,
    problems: problems.map((problem) => ({
      severity: problem.severity,
      file: problem.file,
      subject: subjectOf(problem.file),
      text: formatProblem(problem),
    })),
    standIns: contentFiles.flatMap(({ content }) =>
      standIns.has(content.path) ? [content.file] : [],
    ),
  });
}

/** Everything that pages show. Saving a file without a change does not reload pages. */
function shownOf(gathered: Gathered): readonly unknown[] {
  const { contentFiles, published, assets, logos, problems, standIns } = gathered;
  const shown = contentFiles.filter(({ content }) => published.byPath.has(content.path));
  return [shown, published.settings, assets, logos, problems, standIns];
}
