import type { Shard } from '../../content/settings/shard-position.ts';
import {
  bucketOfContent,
  openContentStore,
  renderedPath,
} from '../../newsroom/content-store.ts';
import { gatherContent } from '../../newsroom/gather-content.ts';
import { loadSealed, storeSealed } from '../../system/cache/cached-file.ts';
import {
  bucketsOf,
  loadRun,
  mustBeAsPlanned,
  namesOf,
  pushFound,
  type Run,
  type StageOptions,
  settingsOf,
  storedAt,
  storePaths,
} from './run.ts';

/** What a stage has done: the number of files. */
export interface Gathered {
  readonly files: number;
  /** Of them, how many were read and not kept from an earlier build. */
  readonly read: number;
  /** Whether an earlier attempt has already done all. */
  readonly isDone: boolean;
}

/**
 * Reads and renders the content files of a shard, and prepares their pictures. Their problems are kept, and reported by
 * the merge stage together with those of all other shards.
 *
 * @throws {StageError} where nothing is planned, or this machine has other files than the plan
 */
export async function gatherShard(options: StageOptions, shard: Shard): Promise<Gathered> {
  const { root, store } = options;
  const run = await loadRun(options);
  const at = storedAt(options);
  const own = bucketsOf(shard);
  const records = own.map((bucket) => storePaths.gathered(at, run, bucket));
  await store.pull(records);
  if (records.every((name) => loadSealed(store.folder, name) !== undefined))
    return { files: 0, read: 0, isDone: true };
  const folder = storePaths.contentFiles(at);
  const parts = own.map((bucket) => `${folder}/${bucket}.json`);
  await store.pull(parts);
  const isOwn = new Set(own);
  const kept = openContentStore(store.folder, folder, (bucket) => isOwn.has(bucket));
  const gathered = await gatherContent({
    ...{ root, settings: settingsOf(options, run) },
    drafts: false,
    earlier: kept.earlier,
    only: (path) => isOwn.has(bucketOfContent(path)),
  });
  mustBeAsPlanned(run, namesOf(gathered.found), options);
  const read = [...gathered.readings].filter(([path, one]) => kept.earlier(path) !== one);
  await kept.keep(gathered.readings);
  const texts = read.flatMap(([, one]) =>
    'content' in one ? [renderedPath(one.content.body.key)] : [],
  );
  await pushFound(store, gathered.assets.size > 0 ? [...texts, 'pictures/'] : texts);
  await pushFound(store, parts);
  for (const name of records) await storeSealed(store.folder, name, String(shard.count));
  // Last: it says that all others are there.
  await store.push(records);
  return { files: gathered.readings.size, read: read.length, isDone: false };
}

/** The buckets that no shard has gathered yet, and the numbers of shards of the others. */
export async function findUngathered(
  options: StageOptions,
  run: Run,
): Promise<{ readonly missing: readonly number[]; readonly counts: readonly number[] }> {
  const { store } = options;
  const at = storedAt(options);
  await store.pull([`${storePaths.ofRun(at, run)}/gathered/`]);
  const missing: number[] = [];
  const counts: number[] = [];
  for (const bucket of bucketsOf({ index: 0, count: 1 })) {
    const record = loadSealed(store.folder, storePaths.gathered(at, run, bucket));
    if (record === undefined) missing.push(bucket);
    else counts.push(Number(record.toString()));
  }
  return { missing, counts };
}
