import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { deserialize } from 'node:v8';
import type { Shard } from '../../content/settings/shard-position.ts';
import { loadRendered, renderedPath } from '../../newsroom/content-store.ts';
import { readPublication } from '../../newsroom/read-publication.ts';
import { findParts, makeParts, partFolder } from '../../outputs/search/make-parts.ts';
import type { PlannedPart } from '../../outputs/search/plan-index.ts';
import { bucketOf } from '../../system/cache/bucket.ts';
import { LostFromCache, loadSealed } from '../../system/cache/cached-file.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { terminal } from '../../system/terminal/terminal.ts';
import { loadTheme } from '../../theme/load-theme.ts';
import type { Theme } from '../../theme/theme.ts';
import { loadCodeBundle } from '../code-bundle.ts';
import { type PrintedSheet, toPrintedSheet } from '../ledger.ts';
import { printAll } from '../print-pool.ts';
import { reportTheme } from '../report-theme.ts';
import { loadMerged, type Merged } from './merged.ts';
import { namesInRecipe } from './names-in-recipe.ts';
import { toLocal } from './portable-path.ts';
import { loadPrintedBucket, storePrintedBucket } from './printed.ts';
import {
  bucketsOf,
  codeFolder,
  findRun,
  loadRun,
  type Run,
  StageError,
  type StageOptions,
  storedAt,
  storePaths,
} from './run.ts';
import { foldersOf } from './stage-folders.ts';
import { type Job, readWork } from './work-files.ts';

/** What the stage has done. */
export interface PrintedShard {
  readonly printed: number;
  readonly removed: number;
  /** Parts of the search index. */
  readonly parts: number;
}

/**
 * Prints the files of a shard whose inputs have changed, and makes its parts of the search index. A bucket is done as
 * a whole, so a stage that was interrupted continues with the next bucket.
 *
 * @throws {StageError} where nothing is merged, or this machine has another theme than the merge stage
 * @throws {InvalidTheme} where a component of the theme throws
 */
export async function printShard(options: StageOptions, shard: Shard): Promise<PrintedShard> {
  const run = await loadRun(options);
  const merged = await loadMerged(options, run);
  const theme = await themeOf(options, merged);
  const { store } = options;
  const at = storedAt(options);
  const own = bucketsOf(shard).filter((bucket) => merged.work.has(bucket));
  await store.pull(own.map((bucket) => storePaths.printed(at, bucket)));
  const open = own.filter((bucket) => loadPrintedBucket(options, bucket)?.run !== run.id);
  const counts = await printBuckets(options, {
    ...{ run, merged, theme, open },
    count: shard.count,
  }).catch((error) => {
    throw reportTheme(error);
  });
  const parts = await makeOwnParts(options, { run, merged, shard });
  return { ...counts, parts };
}

/** The theme of this machine, if the site has one. */
async function themeOf(
  { root, settings }: StageOptions,
  merged: Merged,
): Promise<Theme | undefined> {
  const contentDir = resolve(root, settings.contentDir);
  const readSettings = await readPublication(contentDir, settings.contentDir);
  const { theme } = loadTheme({ root, contentDir, readSettings });
  if (theme?.hash === merged.theme) return theme;
  throw new StageError(
    `the theme of this machine is not that of the machine that merged the shards; give all machines the same files, and run \`${callOf('plan')}\` again`,
  );
}

interface PrintingBuckets {
  readonly run: Run;
  readonly merged: Merged;
  readonly theme: Theme | undefined;
  readonly open: readonly number[];
  /** The number of shards. */
  readonly count: number;
}

async function printBuckets(
  options: StageOptions,
  { run, merged, theme, open, count }: PrintingBuckets,
): Promise<{ printed: number; removed: number }> {
  const counts = { printed: 0, removed: 0 };
  if (open.length === 0) return counts;
  const { root, settings, store } = options;
  const at = storedAt(options);
  const code = await loadCodeBundle({
    cacheDir: codeFolder(options),
    ...{ basePath: settings.basePath, theme },
  });
  await store.pull(open.map((bucket) => storePaths.work(at, run, bucket)));
  const folders = foldersOf(options, theme);
  const staging = join(store.folder, storePaths.ofRun(at, run), `staging-${randomUUID()}`);
  mkdirSync(staging, { recursive: true });
  const waiting = new Map<string, Bucket>();
  const finished: Bucket[] = [];
  const finish = async (bucket: Bucket) => {
    await finishBucket(options, run, { ...bucket, staging, count });
    finished.push(bucket);
    counts.printed += bucket.printed.length;
    counts.removed += bucket.removed.length;
  };
  async function* jobs() {
    for (const number of open) {
      const work = readWork(
        store.folder,
        storePaths.work(at, run, number),
        merged.work.get(number) ?? '',
      );
      if (work === undefined)
        throw new StageError(
          `part ${number} of the work is missing in the store or damaged; run \`${callOf('plan')}\` again`,
        );
      const printing = work.filter((job) => 'recipe' in job);
      total += printing.length;
      await store.pull(printing.flatMap(({ recipe }) => namesInRecipe(recipe)));
      const bucket: Bucket = {
        number,
        removed: work.filter((job) => 'removed' in job).map(({ file }) => file),
        printed: [],
        left: new Map(printing.map(({ file, sheet }) => [file, sheet])),
      };
      if (printing.length === 0) await finish(bucket);
      for (const { file } of printing) waiting.set(file, bucket);
      for (const { file, recipe } of printing) yield { file, recipe: toLocal(recipe, folders) };
    }
  }
  let done = 0;
  let total = 0;
  const finishing: Promise<void>[] = [];
  const rest = jobs();
  try {
    await printAll(
      async () => (await rest.next()).value ?? undefined,
      {
        view: merged.view,
        ...{ contentDir: resolve(root, settings.contentDir), cacheDir: store.folder },
        ...{ folder: staging, templates: code.templates, theme },
        precompress: merged.hosted.precompress,
      },
      (file, facts) => {
        const bucket = waiting.get(file);
        const sheet = bucket?.left.get(file);
        if (bucket === undefined || sheet === undefined)
          throw new Error(`${file} was printed twice`);
        waiting.delete(file);
        bucket.left.delete(file);
        bucket.printed.push([file, toPrintedSheet(sheet, facts)]);
        done += 1;
        terminal().progress('Files printed', { done, total: Math.max(done, total) });
        if (bucket.left.size === 0) finishing.push(finish(bucket));
      },
    );
    await Promise.all(finishing);
  } finally {
    await Promise.allSettled(finishing);
    await rm(staging, { recursive: true, force: true });
  }
  return counts;
}

/** A bucket whose files are being printed. */
interface Bucket {
  readonly number: number;
  /** Files of the last run that the site no longer has. */
  readonly removed: readonly string[];
  readonly printed: [file: string, sheet: PrintedSheet][];
  readonly left: Map<string, Extract<Job, { sheet: unknown }>['sheet']>;
}

/** Where the files of a bucket were printed, and the number of shards. */
interface Place {
  readonly staging: string;
  readonly count: number;
}

/** Moves the files of a bucket to the printed site, and records them. */
async function finishBucket(
  options: StageOptions,
  run: Run,
  { number, removed, printed, staging, count }: Bucket & Place,
): Promise<void> {
  const { store } = options;
  const at = storedAt(options);
  // What an earlier run prints must not replace what a later one has printed.
  if ((await findRun(options))?.id !== run.id)
    throw new StageError(
      'another build was planned since this stage began; run the stages of that one',
    );
  const site = join(store.folder, storePaths.site(at));
  const sheets = new Map(loadPrintedBucket(options, number)?.sheets);
  const old = new Set<string>();
  for (const file of [...removed, ...printed.map(([file]) => file)])
    for (const { file: own } of sheets.get(file)?.files ?? []) old.add(own);
  for (const file of removed) sheets.delete(file);
  const files = printed.flatMap(([, sheet]) => sheet.files.map(({ file }) => file));
  for (const file of files) {
    old.delete(file);
    moveFile(join(staging, file), join(site, file));
  }
  for (const file of old) rmSync(join(site, file), { force: true });
  for (const [file, sheet] of printed) sheets.set(file, sheet);
  await store.push(files.map((file) => `${storePaths.site(at)}/${file}`));
  await store.remove([...old].map((file) => `${storePaths.site(at)}/${file}`));
  await storePrintedBucket(options, number, { run: run.id, count, sheets: [...sheets] });
  // Last: it says that all others are there.
  await store.push([storePaths.printed(at, number)]);
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
}

/** Makes the parts of the search index that belong to a shard. */
async function makeOwnParts(
  options: StageOptions,
  { run, merged, shard }: { run: Run; merged: Merged; shard: Shard },
): Promise<number> {
  const { store } = options;
  const at = storedAt(options);
  const isOwn = ({ name }: { name: string }) => bucketOf(name) % shard.count === shard.index;
  const own = merged.parts.filter(isOwn);
  const cache = { cacheDir: store.folder, publicationCache: at };
  await store.pull(own.map((part) => `${partFolder(at, part)}/`));
  const { lost } = await findParts(
    own.map((part) => ({ ...part, records: [] })),
    cache,
  );
  const names = lost.map(({ name }) => storePaths.part(at, run, name));
  await store.pull(names);
  const planned = names.map((name) => {
    const bytes = loadSealed(store.folder, name);
    if (bytes === undefined) throw new LostFromCache(join(store.folder, name));
    // The seal is a hash: the content is what the merge stage wrote.
    return deserialize(bytes) as PlannedPart;
  });
  for (const part of planned) {
    await store.pull(part.records.map(({ body }) => renderedPath(body)));
    await makeParts([part], cache, async (key) =>
      loadRendered(store.folder, key).html.join(''),
    );
    await store.push([`${partFolder(at, part)}/`]);
  }
  return planned.length;
}
