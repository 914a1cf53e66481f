import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { PassingError } from '../hosting/hosting-error.ts';
import { buildInto } from '../hosting/output/build-into.ts';
import { outputFolders } from '../hosting/output/output-folders.ts';
import { fileOfAddress, formatReason } from '../press/explain-print.ts';
import {
  findSameOutput,
  fingerprint,
  hostFilesOf,
  keepLastBuild,
  type LastBuild,
  type LastBuildPlace,
  loadLastBuild,
  scanOutput,
} from '../press/last-build.ts';
import { countKept, sumOf } from '../press/ledger.ts';
import { loadPress } from '../press/load-press.ts';
import type { PrintedSite } from '../press/print-site.ts';
import type { PressOptions } from '../press/run-press.ts';
import {
  clearWay,
  isLostFromCache,
  isLostModule,
  storeFile,
} from '../system/cache/cached-file.ts';
import { lastBuild, pruneWhenDue } from '../system/cache/prune-cache.ts';
import { publicationFolder } from '../system/cache/publication-folder.ts';
import { countOf } from '../system/problems/count-of.ts';
import { withLock } from '../system/processes/hold-lock.mjs';
import { peakMemory } from '../system/processes/process-usage.ts';
import { replayRecorded } from '../system/terminal/record-terminal.ts';
import { terminal, useTerminal } from '../system/terminal/terminal.ts';
import { isProjectFolder, mustBeApart, mustBeWritable } from './check-folders.ts';
import type { OptionsOf } from './command-table.ts';
import { parseHost, reportLimits } from './host-limits.ts';
import { CommandError } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/** Builds `CONTENT_DIR` into `OUT_DIR`, which is unchanged if the build fails. */
export async function buildSite(
  given: Settings,
  { force = false, why, ...options }: Partial<OptionsOf<'build'>>,
): Promise<void> {
  const host = parseHost('build', options.host);
  const settings = { ...given, allowEmpty: options['allow-empty'] ?? given.allowEmpty };
  mustBeApart(settings);
  const cacheDir = resolve(settings.cacheDir);
  await mustBeWritable(cacheDir);
  const started = performance.now();
  const root = process.cwd();
  const { out } = await outputFolders(settings.outDir);
  const publicationCache = publicationFolder(root, settings);
  const place = { root, settings, publicationCache, out };
  const file = why === undefined ? undefined : fileOfAddress(why, settings.basePath);
  const onWait = (holder: string) =>
    terminal().info(`Another build (${holder}) is running; waiting for it …`);
  let built: BuiltSite | undefined;
  await buildInto(
    resolve(settings.outDir),
    async (folder, keep) => {
      await clearWay(cacheDir, 'build.lock');
      // Several projects may share a cache, so one build runs at a time.
      built = await withLock(join(cacheDir, 'build.lock'), onWait, () =>
        buildPages(place, { folder, keep, force, why: file }),
      );
    },
    {
      // Otherwise the output is in it, and is not read.
      ...(isProjectFolder(settings.contentDir)
        ? {}
        : { contentDir: resolve(settings.contentDir) }),
      cacheDir,
    },
  );
  if (built === undefined) return;
  if (built.seen) await keepLastBuild(place, { ...built.seen, hostFiles: hostFilesOf(out) });
  await storeFile(cacheDir, `${publicationCache}/${lastBuild}`, '');
  reportBuilt(settings, built, performance.now() - started);
  await reportLimits(settings, built.ledger, host);
  if (file === undefined) return;
  const reason = formatReason(file, built.reason);
  terminal().print(reason);
  terminal().addFacts({ why: reason });
}

/** The result of a build; `seen` is what the next build compares with, if it is new. */
interface BuiltSite extends PrintedSite {
  /** Bytes of all processes together. */
  readonly peakMemory: number;
  readonly seen?: Omit<LastBuild, 'hostFiles'>;
}

/** Does not load the press if nothing has changed since the last build. */
async function buildPages(
  place: LastBuildPlace,
  options: Pick<PressOptions, 'folder' | 'keep' | 'force' | 'why'>,
): Promise<BuiltSite> {
  const { settings } = place;
  const { keep, force, why = '' } = options;
  const scan = scanOutput(place);
  const last = loadLastBuild(place);
  const before = fingerprint(place, last?.theme);
  const ledger = last && !force ? await findSameOutput(place, last, before, scan) : undefined;
  if (last && ledger) {
    replayRecorded(last.recorded);
    for (const { files } of ledger.sheets.values())
      for (const { file } of files) keep('', file);
    for (const { file } of last.hostFiles) keep('-hosting', file);
    const reason = ledger.sheets.has(why) ? ({ kind: 'kept' } as const) : undefined;
    return {
      ledger,
      counts: countKept(ledger),
      printedBytes: 0,
      peakMemory: peakMemory(),
      reason,
    };
  }
  const cacheDir = resolve(settings.cacheDir);
  const attempt = async ({ fresh }: { readonly fresh: boolean }) => {
    const { runPress } = await loadPress(cacheDir, 'runPress');
    return runPress({ ...place, ...options, scan, fresh });
  };
  const tryAgain = async (error: unknown) => {
    if (!isLostFromCache(error, cacheDir)) throw error;
    // The list of a bundle may be intact while one of its modules is missing.
    if (isLostModule(error, cacheDir))
      await rm(join(cacheDir, 'code'), { recursive: true, force: true });
    return withoutRepeating(() => attempt({ fresh: true }));
  };
  // Two retries, because deleting a large cache takes a while.
  const { until, recorded, theme, ...printed } = await attempt({ fresh: false })
    .catch(tryAgain)
    .catch(tryAgain)
    .catch((error) => {
      if (!isLostFromCache(error, cacheDir)) throw error;
      throw new PassingError(
        `${settings.cacheDir}: changed repeatedly during the build; build again. Nothing was published.`,
      );
    });
  await tidyCache(settings, printed);
  const seen = { now: settings.now, until, recorded, theme };
  // Where another folder has the theme now, its state at the start of this build is not known.
  const expected = last === undefined && theme ? join(place.root, 'theme') : last?.theme;
  const known = theme === expected ? before : 'unknown';
  const isSame = known === 'unknown' || known === fingerprint(place, theme);
  return {
    ...printed,
    ...(known !== undefined && isSame ? { seen: { fingerprint: known, ...seen } } : {}),
  };
}

/** Repeats interrupted work and shows its progress, but prints nothing twice. */
async function withoutRepeating<T>(work: () => Promise<T>): Promise<T> {
  const own = terminal();
  const nothing = () => undefined;
  useTerminal({ ...own, info: nothing, warn: nothing, problem: nothing, addFacts: nothing });
  try {
    return await work();
  } finally {
    useTerminal(own);
  }
}

/** Prints what is published now. `took` is in milliseconds. */
function reportBuilt(
  { contentDir, outDir }: Settings,
  { ledger, counts, peakMemory }: BuiltSite,
  took: number,
): void {
  const { info, addFacts, report } = terminal();
  const files = [...ledger.sheets.values()].flatMap(({ files }) => files);
  const facts = {
    pages: files.filter(({ file }) => file.endsWith('.html')).length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
  addFacts({ contentDir, outDir, ...facts, sheets: counts, peakMemory });
  const articles = Number(report()['articles'] ?? 0);
  info(
    `Built ${contentDir} into ${outDir}: ${[
      countOf(articles, 'article'),
      countOf(facts.pages, 'page'),
      countOf(facts.files, 'file'),
      `${(facts.bytes / 1_000_000).toFixed(1)} MB`,
      `${(took / 1000).toFixed(1)} s`,
    ].join(', ')}${sumOf(counts.printed) === 0 ? '; nothing has changed' : ''}`,
  );
}

/** Prunes the cache, and prints a line if its limit is too low. */
async function tidyCache(
  { cacheDir, cacheLimit }: Settings,
  { printedBytes }: PrintedSite,
): Promise<void> {
  const options = { limit: cacheLimit, printed: printedBytes };
  const size = await pruneWhenDue(resolve(cacheDir), Date.now(), options);
  if (size === undefined || size.bytes <= cacheLimit) return;
  terminal().info(
    `${cacheDir}: ${formatSize(size.bytes)}, more than CACHE_LIMIT (${formatSize(cacheLimit)}), and this build uses all of it`,
  );
}

function formatSize(bytes: number): string {
  return bytes >= 1_000_000_000
    ? `${(bytes / 1_000_000_000).toFixed(1)} GB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A shard of a build needs a place that all machines share. */
function mustHaveStore({ shard }: Partial<OptionsOf<'build'>>): void {
  if (shard === undefined && !process.env['SHARD']) return;
  throw new CommandError(
    'build: expected --store DIR with a shard, a folder or s3://BUCKET/PATH that all shards share, got none',
  );
}

/** Runs `npm run build`. */
export function runBuild(): Promise<void> {
  return runCommand('build', async ({ settings, options }) => {
    if (options.store !== undefined || settings.store !== undefined) {
      const { buildStage } = await import('./stage.ts');
      await buildStage('next', settings, options);
      return;
    }
    mustHaveStore(options);
    await buildSite(settings, options);
    if (options.verify === undefined) return;
    const { verifyBuild } = await import('./verify-build.ts');
    await verifyBuild(settings);
  });
}

if (import.meta.main) await runBuild();
