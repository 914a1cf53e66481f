import { join } from 'node:path';
import { formatShard, type Shard } from '../../content/settings/shard-position.ts';
import { outputFolders } from '../../hosting/output/output-folders.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import { countOf } from '../../system/problems/count-of.ts';
import { withLock } from '../../system/processes/hold-lock.mjs';
import { peakMemory } from '../../system/processes/process-usage.ts';
import { terminal } from '../../system/terminal/terminal.ts';
import { fingerprint } from '../last-build.ts';
import { type PressLedger, sumOf } from '../ledger.ts';
import { findUngathered, gatherShard } from './gather-shard.ts';
import { findOpenWork, isJoined, joinShards } from './join-shards.ts';
import { mergeShards } from './merge-shards.ts';
import { findMerged } from './merged.ts';
import { planRun } from './plan-run.ts';
import { printShard } from './print-shard.ts';
import { findRun, type Run, type StageOptions, storedAt } from './run.ts';

/** The stages of a sharded build in their order; `next` is the first that is open for a shard. */
export type StageName = 'plan' | 'gather' | 'merge' | 'print' | 'join' | 'next';

export interface RunStageOptions extends StageOptions {
  /** Required by `gather`, `print` and `next`. */
  readonly shard?: Shard;
  /** Whether to print every file, changed or not. */
  readonly force: boolean;
}

/**
 * Runs one stage of a sharded build, and prints what it did. A stage that an earlier attempt has done does nothing.
 * Gives the ledger of the site where it is complete.
 *
 * @throws {StageError} where an earlier stage is missing, or this machine differs from the others
 * @throws {Error} as the stage does
 */
export async function runStage(
  name: StageName,
  options: RunStageOptions,
): Promise<PressLedger | undefined> {
  const joined = await stages[name](options);
  const { received, sent } = options.store.traffic();
  terminal().addFacts({ stage: name, peakMemory: peakMemory(), received, sent });
  return joined;
}

type Stage = (options: RunStageOptions) => Promise<PressLedger | undefined>;

const stages: Readonly<Record<StageName, Stage>> = {
  plan: async (options) => {
    await plan(options);
    return undefined;
  },
  gather,
  merge,
  print,
  join: joinAll,
  next,
};

async function plan(options: RunStageOptions): Promise<Run> {
  const run = await planRun(options, await stateOf(options));
  terminal().info(
    `Planned the build of ${options.settings.contentDir}: ${countOf(run.files, 'file')}`,
  );
  terminal().addFacts({ run: run.id, files: run.files });
  return run;
}

async function gather(options: RunStageOptions): Promise<undefined> {
  const shard = shardOf(options);
  const { files, read, isDone } = await gatherShard(options, shard);
  terminal().info(
    isDone
      ? `Shard ${formatShard(shard)} was gathered before`
      : `Gathered shard ${formatShard(shard)}: ${countOf(files, 'article')}, of which ${read} were read`,
  );
  terminal().addFacts({ articles: files, read });
}

async function merge(options: RunStageOptions): Promise<undefined> {
  const { counts, isDone } = await mergeShards(options, options);
  const [printed, kept, removed] = [counts.printed, counts.kept, counts.removed].map(sumOf);
  terminal().info(
    `${isDone ? 'Merged before' : 'Merged'}: ${printed} files to print, ${kept} kept, ${removed} removed`,
  );
  terminal().addFacts({ sheets: counts });
}

async function print(options: RunStageOptions): Promise<undefined> {
  const shard = shardOf(options);
  const { printed, removed, parts } = await printShard(options, shard);
  terminal().info(
    `Printed shard ${formatShard(shard)}: ${countOf(printed, 'file')}, ${removed} removed, ${countOf(parts, 'part')} of the search index`,
  );
  terminal().addFacts({ printed, removed, parts });
}

async function joinAll(options: RunStageOptions): Promise<PressLedger> {
  const { contentDir, outDir } = options.settings;
  const { ledger, articles, put, putBytes } = await joinShards(options);
  const files = [...ledger.sheets.values()].flatMap(({ files }) => files);
  const facts = {
    pages: files.filter(({ file }) => file.endsWith('.html')).length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
  terminal().info(
    `Built ${contentDir} into ${outDir}: ${[
      countOf(articles, 'article'),
      countOf(facts.pages, 'page'),
      countOf(facts.files, 'file'),
      `${(facts.bytes / 1_000_000).toFixed(1)} MB`,
    ].join(', ')}; ${countOf(put, 'file')} new or changed`,
  );
  terminal().addFacts({ contentDir, outDir, articles, ...facts, put, putBytes });
  return ledger;
}

/**
 * Does what is open for a shard. An array job that is run twice so builds the whole site: the last shard that gathers
 * also merges, and the last that prints also joins.
 */
async function next(options: RunStageOptions): Promise<PressLedger | undefined> {
  const { store } = options;
  const at = join(store.folder, storedAt(options));
  const wait = (what: string) => `busy with the ${what} of the same build`;
  const run = await withLock(join(at, 'plan.lock'), wait('plan'), () => currentRun(options));
  if (await isJoined(options, run)) {
    terminal().info('All shards are joined, and nothing has changed since');
    return undefined;
  }
  await gather(options);
  const { missing } = await findUngathered(options, run);
  if (missing.length > 0) {
    terminal().info('Other shards are not gathered yet; run this shard again after them');
    return undefined;
  }
  if ((await findMerged(options, run)) === undefined)
    await withLock(join(at, 'merge.lock'), wait('merge'), () => merge(options));
  await print(options);
  const open = await findOpenWork(options, run);
  if (open > 0) {
    terminal().info('Other shards are not printed yet; run them again to complete the build');
    return undefined;
  }
  return withLock(join(at, 'join.lock'), wait('join'), async () =>
    (await isJoined(options, run)) ? undefined : joinAll(options),
  );
}

/** The run to go on with, or a new one where something has changed since it was planned. */
async function currentRun(options: RunStageOptions): Promise<Run> {
  const run = await findRun(options);
  if (run === undefined || run.code !== hashCode() || options.force) return plan(options);
  const state = await stateOf(options);
  const isOver = async () => {
    const merged = await findMerged(options, run);
    return merged !== undefined && merged.until <= options.settings.now;
  };
  const isOld = state === undefined ? await isJoined(options, run) : state !== run.state;
  return isOld || (await isOver()) ? plan(options) : run;
}

/** The state of all files that the site is made from; undefined where it is not certain. */
async function stateOf({ root, settings }: StageOptions): Promise<string | undefined> {
  const { out } = await outputFolders(settings.outDir);
  return fingerprint({ root, settings, publicationCache: '', out });
}

function shardOf({ shard }: RunStageOptions): Shard {
  if (shard === undefined) throw new Error('expected a shard, got none');
  return shard;
}
