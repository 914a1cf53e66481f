import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serialize } from 'node:v8';
import { outputFolders } from '../../hosting/output/output-folders.ts';
import { removeOtherParts } from '../../outputs/search/make-parts.ts';
import { buckets } from '../../system/cache/bucket.ts';
import { storeSealed } from '../../system/cache/cached-file.ts';
import type { FolderFacts } from '../../system/cache/cached-folder.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { hashInputs } from '../explain-print.ts';
import { gatherSite } from '../gather-site.ts';
import { refuseEmpty, reportLostAddresses } from '../last-output.ts';
import { planSite, timed } from '../plan-site.ts';
import { codeOf, createCounter, decideSheets } from '../print-site.ts';
import { reportTheme } from '../report-theme.ts';
import { findUngathered } from './gather-shard.ts';
import { findMerged, type Merged, storeMerged } from './merged.ts';
import { toPortable } from './portable-path.ts';
import { loadPrinted } from './printed.ts';
import {
  bucketsOf,
  codeFolder,
  loadRun,
  mustBeAsPlanned,
  namesOf,
  type Run,
  StageError,
  type StageOptions,
  settingsOf,
  shardsOf,
  storedAt,
  storePaths,
} from './run.ts';
import { foldersOf } from './stage-folders.ts';
import { createWorkWriter } from './work-files.ts';

/** What the merge stage found, and whether an earlier attempt has already done it. */
export interface MergeResult extends Pick<Merged, 'counts'> {
  readonly isDone: boolean;
}

/**
 * Makes the publication from all shards, reports the problems of all of them, and plans every file of the site. The
 * recipes of those whose inputs have changed become the work of the print stage.
 *
 * @throws {StageError} where shards are missing
 * @throws {InvalidContent} where the content has an error
 */
export async function mergeShards(
  options: StageOptions,
  { force }: { readonly force: boolean },
): Promise<MergeResult> {
  const run = await loadRun(options);
  const done = await findMerged(options, run);
  if (done !== undefined) return { counts: done.counts, isDone: true };
  const { missing, counts } = await findUngathered(options, run);
  if (missing.length > 0)
    throw new StageError(
      `expected all shards to be gathered, got ${buckets - missing.length} of ${buckets} parts; run \`${callOf('gather', '--shard I/N')}\` for the others: ${shardsOf(missing, counts)}`,
    );
  const merged = await merge(options, run, force).catch((error) => {
    throw reportTheme(error);
  });
  return { counts: merged.counts, isDone: false };
}

async function merge(options: StageOptions, run: Run, force: boolean): Promise<Merged> {
  const { root, store } = options;
  const at = storedAt(options);
  const settings = settingsOf(options, run);
  const printedNames = bucketsOf({ index: 0, count: 1 }).map((bucket) =>
    storePaths.printed(at, bucket),
  );
  await store.pull([`${storePaths.contentFiles(at)}/`, 'pictures/', ...printedNames]);
  const { loaded, until, found } = await timed(
    'Articles',
    () => gatherSite({ root, settings, publicationCache: at, fresh: false, gathered: true }),
    ({ read, kept }) => ({ read, kept }),
  );
  mustBeAsPlanned(run, namesOf(found), options);
  const { publication } = loaded;
  const previous = await previousOf(options);
  if (!settings.allowEmpty) refuseEmpty(publication, previous);
  const { sheets, parts, choices, view, hosted } = await planSite(loaded, {
    ...{ root, settings },
    codeDir: codeFolder(options),
  });
  const code = codeOf({ precompress: hosted.precompress, theme: loaded.theme });
  const shared = hashInputs({ ...view });
  const before = { code: '', shared: {}, sheets: loadPrinted(options) };
  const folders = foldersOf(options, loaded.theme);
  const writer = createWorkWriter((bucket) =>
    join(store.folder, storePaths.work(at, run, bucket)),
  );
  const { count, counts } = createCounter();
  const seen = new Set<string>();
  let work: Map<number, string>;
  try {
    const unchanged = (files: FolderFacts) => files;
    for await (const decision of decideSheets(sheets(), { before, code, unchanged, force })) {
      seen.add(decision.file);
      if ('kept' in decision) {
        count('kept', decision.kept.kind);
        continue;
      }
      const { file, sheet, recipe } = decision;
      count('printed', sheet.kind);
      writer.add({ file, sheet, recipe: toPortable(recipe, folders) });
    }
    for (const [file, { kind }] of before.sheets) {
      if (seen.has(file)) continue;
      count('removed', kind);
      writer.add({ file, removed: true });
    }
    work = writer.close();
  } catch (error) {
    writer.discard();
    throw error;
  }
  await removeOtherParts(parts, { cacheDir: store.folder, publicationCache: at });
  for (const part of parts)
    await storeSealed(store.folder, storePaths.part(at, run, part.name), serialize(part));
  await store.push([
    ...[...work.keys()].map((bucket) => storePaths.work(at, run, bucket)),
    ...parts.map(({ name }) => storePaths.part(at, run, name)),
  ]);
  const merged = {
    ...{ code, shared, hosted, work, choices, counts, until },
    view: { ...view },
    theme: loaded.theme?.hash,
    parts: parts.map(({ records: _, ...part }) => part),
    articles: publication.editions.reduce((sum, { articles }) => sum + articles.length, 0),
  };
  await storeMerged(options, run, merged);
  reportLostAddresses(publication, previous);
  return merged;
}

/** The output that is replaced: that of this machine, or what the store has of the last run. */
async function previousOf(options: StageOptions) {
  const { settings, store } = options;
  const { out } = await outputFolders(settings.outDir);
  if (existsSync(`${out}-hosting/files.json`)) return { out, outDir: resolve(settings.outDir) };
  const site = join(store.folder, storePaths.site(storedAt(options)));
  return { out: site, outDir: site };
}
