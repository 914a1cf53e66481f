import { deserialize, serialize } from 'node:v8';
import type { ChoiceList } from '../../outputs/search/choice-files.ts';
import type { PlannedPart } from '../../outputs/search/plan-index.ts';
import type { ViewContext } from '../../publication/view/view-context.ts';
import type { HostedSite } from '../../security/hosted-site.ts';
import { loadSealed, storeSealed } from '../../system/cache/cached-file.ts';
import { callOf } from '../../system/cache/call-of.ts';
import type { InputHashes } from '../explain-print.ts';
import type { SheetCounts } from '../ledger.ts';
import { type Run, StageError, type StageOptions, storedAt, storePaths } from './run.ts';

/** The result of the merge stage, besides the work files. */
export interface Merged {
  /** See `codeOf`. */
  readonly code: string;
  /** What all pages share, and its hashes. */
  readonly view: ViewContext;
  readonly shared: InputHashes;
  readonly hosted: HostedSite;
  /** Hash of the theme. */
  readonly theme?: string;
  /** The SHA-256 of the work file of each bucket that has one. */
  readonly work: ReadonlyMap<number, string>;
  /** The parts of the search index, without their records. */
  readonly parts: readonly Omit<PlannedPart, 'records'>[];
  readonly choices: ReadonlyMap<string, ChoiceList>;
  /** Sheets to print, kept and removed. */
  readonly counts: SheetCounts;
  /** Articles and other texts that are published. */
  readonly articles: number;
  /** Milliseconds since 1970: when a build of the same content would first differ. */
  readonly until: number;
}

export async function storeMerged(
  options: StageOptions,
  run: Run,
  merged: Merged,
): Promise<void> {
  const name = storePaths.merged(storedAt(options), run);
  // Not JSON, in which values that are hashed once are only their hashes.
  await storeSealed(options.store.folder, name, serialize(merged));
  await options.store.push([name]);
}

/** Loads the result of the merge stage; undefined where it has not ended. */
export async function findMerged(options: StageOptions, run: Run): Promise<Merged | undefined> {
  const name = storePaths.merged(storedAt(options), run);
  await options.store.pull([name]);
  const bytes = loadSealed(options.store.folder, name);
  // The seal is a hash: the content is what `storeMerged` wrote.
  return bytes && (deserialize(bytes) as Merged);
}

/** @throws {StageError} where the merge stage has not ended */
export async function loadMerged(options: StageOptions, run: Run): Promise<Merged> {
  const merged = await findMerged(options, run);
  if (merged !== undefined) return merged;
  throw new StageError(`the shards are not merged; run \`${callOf('merge')}\` first`);
}
