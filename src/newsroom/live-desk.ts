import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import { publicationFolder } from '../cache/publication-folder.ts';
import { formatProblem } from '../problems/format-problem.ts';
import { parseSettings, type Settings } from '../publication/settings.ts';
import { openCopyStore } from './copy-store.ts';
import { type Gathered, gatherCopy } from './gather-copy.ts';
import { createFileMemory, type LiveMemory } from './live-memory.ts';
import { type LoadedSite, toLoadedSite } from './loaded-site.ts';
import { createReporter } from './report-gathered.ts';
import { type Touched, watchFolder } from './watch-folder.ts';

export interface LiveDeskOptions {
  /** The project's folder. */
  readonly root: string;
  /** Takes what is to be shown from now on. */
  readonly show: (site: LoadedSite) => void;
  /** Called when what is shown has changed. */
  readonly onChange: () => void;
}

/**
 * Reads the content folder for the live preview, and again after each change: shows what is valid,
 * with the last good form of what is not, and tells of problems as they come and go.
 *
 * @returns when it was read for the first time, a function that reads all of it again
 */
export async function openLiveDesk({
  root,
  show,
  onChange,
}: LiveDeskOptions): Promise<() => Promise<void>> {
  const report = createReporter();
  const desk = createLiveDesk(root);
  let shown: LoadedSite | undefined;
  const read = async (touched: Touched): Promise<boolean> => {
    const { gathered, site } = await desk(touched);
    report(gathered);
    show(site);
    const changed = site.preview?.state !== shown?.preview?.state;
    shown = site;
    return changed;
  };
  // One after another: what was read last is what is shown.
  const inTurn = pLimit(1);
  const { settings } = parseSettings(process.env, Date.now());
  await watchFolder(resolve(root, settings.contentDir), async (touched) => {
    if (await inTurn(() => read(touched))) onChange();
  });
  const readAll = async () => {
    await inTurn(() => read('all'));
  };
  await readAll();
  return readAll;
}

export type LiveDesk = (
  touched: Touched,
) => Promise<{ readonly gathered: Gathered; readonly site: LoadedSite }>;

/**
 * Makes a function that reads the content folder: all of it, or the files that were touched since it
 * was called last. What it gives is what a reading of the whole folder would give.
 */
export function createLiveDesk(root: string): LiveDesk {
  const files = createFileMemory();
  const memory: LiveMemory = { read: new Map(), good: new Map(), files };
  const kept = parseSettings(process.env, 0).settings;
  const cacheDir = resolve(root, kept.cacheDir);
  const store = openCopyStore(cacheDir, `${publicationFolder(root, kept)}/copies`);
  let keeping = Promise.resolve();
  let state = randomUUID();
  let shown: readonly unknown[] = [];
  return async (touched) => {
    files.forget((path) => touched === 'all' || touched(path));
    const { settings } = parseSettings(process.env, Date.now());
    const gathered = await gatherCopy({
      ...{ root, settings, drafts: true, memory },
      earlier: (path) => memory.read.get(path) ?? store.earlier(path),
    });
    remember(memory, gathered);
    // Nobody waits for it, and a preview whose cache cannot be written is a preview.
    keeping = keeping.then(() => store.keep(gathered.read)).catch(() => undefined);
    const now = shownOf(gathered);
    if (!isDeepStrictEqual(now, shown)) state = randomUUID();
    shown = now;
    return { gathered, site: toSite(gathered, settings, state) };
  };
}

/** Keeps the copies that nothing is wrong with, and forgets those whose file is gone. */
function remember(memory: LiveMemory, gathered: Gathered): void {
  const { copies, problems, standIns, paths } = gathered;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const wrong = new Set(errors.map(({ file }) => file));
  for (const item of copies)
    if (!wrong.has(item.copy.file)) memory.good.set(item.copy.path, item);
  const there = new Set([...paths, ...standIns]);
  for (const path of memory.good.keys()) if (!there.has(path)) memory.good.delete(path);
  if (!gathered.publishable) return;
  memory.settings = gathered.published.settings;
  memory.logos = gathered.logos;
}

function toSite(gathered: Gathered, settings: Settings, state: string): LoadedSite {
  const { copies, problems, standIns } = gathered;
  return toLoadedSite(gathered, settings, {
    state,
    now: settings.now,
    problems: problems.map((problem) => ({
      severity: problem.severity,
      file: problem.file,
      text: formatProblem(problem),
    })),
    standIns: copies.flatMap(({ copy }) => (standIns.has(copy.path) ? [copy.file] : [])),
  });
}

/** All that pages show: saving a file unchanged reloads nothing. */
function shownOf(gathered: Gathered): readonly unknown[] {
  const { copies, published, assets, logos, problems, standIns } = gathered;
  const shown = copies.filter(({ copy }) => published.byPath.has(copy.path));
  return [shown, published.settings, assets, logos, problems, standIns];
}
