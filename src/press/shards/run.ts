import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Settings } from '../../content/settings/settings.ts';
import { formatShard, type Shard } from '../../content/settings/shard-position.ts';
import { HostingError } from '../../hosting/hosting-error.ts';
import { buckets } from '../../system/cache/bucket.ts';
import { loadSealed, storeSealed } from '../../system/cache/cached-file.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import type { Store } from '../../system/store/store.ts';

/** What every stage of a sharded build gets. */
export interface StageOptions {
  /** The project's folder. */
  readonly root: string;
  /** `cacheDir` is that of this machine. */
  readonly settings: Settings;
  readonly store: Store;
}

/** One sharded build, from its plan until it is joined. */
export interface Run {
  readonly id: string;
  /** Hash of the code of Dateline: all machines must have the same. */
  readonly code: string;
  /** The clock of all stages, in milliseconds since 1970. */
  readonly now: number;
  /** Number and hash of the names of all files in the content folder. */
  readonly files: number;
  readonly names: string;
  /** The state of all files that the site is made from, as this machine saw it; absent where it was not certain. */
  readonly state?: string;
}

/** A stage cannot run yet, or not here. The message says which command helps. */
export class StageError extends HostingError {
  override readonly name = 'StageError';
}

/**
 * The folder of a publication in a store: a path below it. It does not depend on where a machine has the
 * project.
 */
export function storedAt({ settings }: Pick<StageOptions, 'settings'>): string {
  const { contentDir, basePath, siteUrl = '' } = settings;
  const id = hash('sha256', JSON.stringify([contentDir, basePath, siteUrl])).slice(0, 16);
  return `publications/shards-${id}`;
}

/** Paths below a store. */
export const storePaths = {
  run: (at: string) => `${at}/run.json`,
  contentFiles: (at: string) => `${at}/content-files`,
  /** What belongs to one run. */
  ofRun: (at: string, { id }: Run) => `${at}/runs/${id}`,
  gathered: (at: string, run: Run, bucket: number) =>
    `${storePaths.ofRun(at, run)}/gathered/${bucket}.json`,
  merged: (at: string, run: Run) => `${storePaths.ofRun(at, run)}/merged`,
  work: (at: string, run: Run, bucket: number) => `${storePaths.ofRun(at, run)}/work/${bucket}`,
  part: (at: string, run: Run, name: string) => `${storePaths.ofRun(at, run)}/parts/${name}`,
  joined: (at: string, run: Run) => `${storePaths.ofRun(at, run)}/joined.json`,
  /** What was printed, by all runs: a record for each bucket, and the files of the site. */
  printed: (at: string, bucket: number) => `${at}/printed/${bucket}.json`,
  site: (at: string) => `${at}/printed/site`,
} as const;

/** The buckets of a shard. */
export function bucketsOf({ index, count }: Shard): number[] {
  return Array.from({ length: buckets }, (_, bucket) => bucket).filter(
    (bucket) => bucket % count === index,
  );
}

/**
 * Says which shards buckets belong to, for a message: `3/16, 7/16`.
 *
 * @param counts the numbers of shards that the others were done with
 */
export function shardsOf(missing: readonly number[], counts: readonly number[]): string {
  const [count = 0, ...others] = [...new Set(counts)];
  if (count === 0) return 'all of them are missing';
  if (others.length > 0)
    return `the others were done in ${[count, ...others].join(' and in ')} shards; use one number`;
  const shards = new Set(missing.map((bucket) => bucket % count));
  const named = [...shards].sort((a, b) => a - b).map((index) => formatShard({ index, count }));
  const more = named.length > 20 ? ` and ${named.length - 20} more` : '';
  return `${named.length === 1 ? 'shard' : 'shards'} ${named.slice(0, 20).join(', ')}${more}`;
}

/** The settings of a stage: the clock is that of the run, the cache is the store. */
export function settingsOf({ settings, store }: StageOptions, run: Run): Settings {
  return { ...settings, now: run.now, cacheDir: store.folder };
}

/** The cache of this machine, for compiled code. */
export function codeFolder({ root, settings }: StageOptions): string {
  return resolve(root, settings.cacheDir);
}

export async function storeRun(options: StageOptions, run: Run): Promise<void> {
  const name = storePaths.run(storedAt(options));
  await storeSealed(options.store.folder, name, JSON.stringify(run));
  await options.store.push([name]);
}

/** Sends the files that exist. */
export function pushFound(store: Store, names: readonly string[]): Promise<void> {
  return store.push(names.filter((name) => existsSync(join(store.folder, name))));
}

/** Loads the current run; undefined where nothing is planned. */
export async function findRun(options: StageOptions): Promise<Run | undefined> {
  const name = storePaths.run(storedAt(options));
  await options.store.pull([name]);
  const bytes = loadSealed(options.store.folder, name);
  // The seal is a hash: the content is what `storeRun` wrote.
  return bytes && (JSON.parse(bytes.toString()) as Run);
}

/**
 * Loads the current run.
 *
 * @throws {StageError} where nothing is planned, or this machine has another version of the code
 */
export async function loadRun(options: StageOptions): Promise<Run> {
  const run = await findRun(options);
  if (run === undefined)
    throw new StageError(
      `${shownStore(options)}: expected a planned build of ${options.settings.contentDir}, got none; run \`${callOf('plan')}\` first, with the same CONTENT_DIR, SITE_URL, BASE_PATH and STORE`,
    );
  if (run.code !== hashCode())
    throw new StageError(
      'this machine has another version of Dateline or of its packages than the one that planned the build; give all machines the same version, and run `' +
        `${callOf('plan')}\` again`,
    );
  return run;
}

/**
 * Compares the names in the content folder with those of the plan.
 *
 * @throws {StageError} where they differ
 */
export function mustBeAsPlanned(
  run: Run,
  found: Pick<Run, 'files' | 'names'>,
  { settings }: StageOptions,
): void {
  if (run.names === found.names) return;
  throw new StageError(
    `${settings.contentDir}: expected the ${run.files} files of the plan, got ${found.files === run.files ? 'others' : found.files}; give all machines the same files, or run \`${callOf('plan')}\` again`,
  );
}

/** The store as its user names it. */
export function shownStore({ settings }: StageOptions): string {
  return settings.store ?? settings.cacheDir;
}

/** Number and hash of the names of files. */
export function namesOf(paths: readonly string[]): Pick<Run, 'files' | 'names'> {
  return { files: paths.length, names: hash('sha256', paths.join('\n')).slice(0, 32) };
}
