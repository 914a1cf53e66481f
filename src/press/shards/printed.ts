import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buckets } from '../../system/cache/bucket.ts';
import { loadSealed, storeSealed } from '../../system/cache/cached-file.ts';
import type { PrintedSheet } from '../ledger.ts';
import { pushFound, type Run, type StageOptions, storedAt, storePaths } from './run.ts';

/** What was printed for the sheets of one bucket. */
export interface PrintedBucket {
  /** The run that printed last. */
  readonly run: string;
  /** The number of shards of that run. */
  readonly count: number;
  readonly sheets: readonly (readonly [file: string, sheet: PrintedSheet])[];
}

/** Loads the record of a bucket; undefined where nothing was printed, or the record is damaged. */
export function loadPrintedBucket(
  options: StageOptions,
  bucket: number,
): PrintedBucket | undefined {
  const bytes = loadSealed(options.store.folder, storePaths.printed(storedAt(options), bucket));
  // The seal is a hash: the content is what `storePrintedBucket` wrote.
  return bytes && (JSON.parse(bytes.toString()) as PrintedBucket);
}

export function storePrintedBucket(
  options: StageOptions,
  bucket: number,
  printed: PrintedBucket,
): Promise<void> {
  const name = storePaths.printed(storedAt(options), bucket);
  return storeSealed(options.store.folder, name, JSON.stringify(printed));
}

/** Everything that was printed, by file. */
export function loadPrinted(options: StageOptions): Map<string, PrintedSheet> {
  const sheets = new Map<string, PrintedSheet>();
  for (let bucket = 0; bucket < buckets; bucket += 1)
    for (const [file, sheet] of loadPrintedBucket(options, bucket)?.sheets ?? [])
      sheets.set(file, sheet);
  return sheets;
}

/** Forgets sheets whose files are damaged, so that the next merge stage plans them again. */
export async function forgetPrinted(
  options: StageOptions,
  run: Run,
  damaged: ReadonlySet<string>,
): Promise<void> {
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const printed = loadPrintedBucket(options, bucket);
    if (!printed?.sheets.some(([file]) => damaged.has(file))) continue;
    const sheets = printed.sheets.filter(([file]) => !damaged.has(file));
    await storePrintedBucket(options, bucket, { run: '', count: 0, sheets });
  }
  const merged = storePaths.merged(storedAt(options), run);
  rmSync(join(options.store.folder, merged), { force: true });
  const names = Array.from({ length: buckets }, (_, bucket) =>
    storePaths.printed(storedAt(options), bucket),
  );
  await pushFound(options.store, names);
  await options.store.remove([merged]);
}
