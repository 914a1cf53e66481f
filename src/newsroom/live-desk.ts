import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import pLimit from 'p-limit';
import { formatProblem } from '../problems/format-problem.ts';
import { parseSettings, type Settings } from '../publication/settings.ts';
import { type Gathered, gatherCopy } from './gather-copy.ts';
import type { LiveMemory } from './live-memory.ts';
import { type LoadedSite, toLoadedSite } from './loaded-site.ts';
import { createReporter } from './report-changes.ts';
import { watchFolder } from './watch-folder.ts';

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
 * @returns when it was read for the first time
 */
export async function openLiveDesk({ root, show, onChange }: LiveDeskOptions): Promise<void> {
  const memory: LiveMemory = { read: new Map(), good: new Map(), failed: new Map() };
  const report = createReporter();
  let shown: string | undefined;
  const read = async (): Promise<boolean> => {
    const { settings } = parseSettings(process.env, Date.now());
    const gathered = await gatherCopy({
      ...{ root, settings, drafts: true, memory },
      earlier: (path) => memory.read.get(path),
    });
    remember(memory, gathered);
    report(gathered);
    const state = hashOf(gathered);
    show(toSite(gathered, settings, state));
    const changed = state !== shown;
    shown = state;
    return changed;
  };
  // One after another: what was read last is what is shown.
  const inTurn = pLimit(1);
  const { settings } = parseSettings(process.env, Date.now());
  await watchFolder(resolve(root, settings.contentDir), async () => {
    if (await inTurn(read)) onChange();
  });
  await inTurn(read);
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
  for (const path of memory.failed.keys()) if (!there.has(path)) memory.failed.delete(path);
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

/** A hash that differs where what is shown differs: saving a file unchanged reloads nothing. */
function hashOf({ copies, published, assets, logos, problems, standIns }: Gathered): string {
  const shown = copies.flatMap(({ copy, source }) =>
    published.byPath.has(copy.path) ? [[copy.path, source]] : [],
  );
  const text = JSON.stringify([
    ...[shown, published.settings, [...assets], logos, problems],
    [...standIns],
  ]);
  return createHash('sha256').update(text).digest('base64url');
}
