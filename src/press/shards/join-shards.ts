import { copyFileSync, linkSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildInto } from '../../hosting/output/build-into.ts';
import { outputFolders } from '../../hosting/output/output-folders.ts';
import { listIndexFiles } from '../../outputs/search/list-index-files.ts';
import { findParts, partFolder } from '../../outputs/search/make-parts.ts';
import { packBytes } from '../../outputs/search/to-pack.ts';
import { loadSealed, storeSealed, writeInFolder } from '../../system/cache/cached-file.ts';
import { type FileFacts, unchangedFacts } from '../../system/cache/cached-folder.ts';
import { callOf } from '../../system/cache/call-of.ts';
import { publicationFolder } from '../../system/cache/publication-folder.ts';
import { type FolderScan, scanFolder } from '../../system/cache/scan-folder.ts';
import { keyOf } from '../explain-print.ts';
import {
  keepPressLedger,
  ledgerOf,
  loadPressLedger,
  type PressLedger,
  type PrintedSheet,
} from '../ledger.ts';
import { warnOfPrinted, writeHostFiles } from '../print-site.ts';
import { loadMerged, type Merged } from './merged.ts';
import { forgetPrinted, loadPrinted, loadPrintedBucket } from './printed.ts';
import {
  bucketsOf,
  loadRun,
  type Run,
  StageError,
  type StageOptions,
  shardsOf,
  storedAt,
  storePaths,
} from './run.ts';

/** What the stage has put into the output folder. */
export interface Joined {
  readonly ledger: PressLedger;
  /** Files that are new or have changed, and bytes of them. */
  readonly put: number;
  readonly putBytes: number;
  readonly articles: number;
}

/**
 * Puts the printed files of all shards into `OUT_DIR`, with the search index, the list of files and the files for hosts.
 * `OUT_DIR` is unchanged where something is missing.
 *
 * @throws {StageError} where shards are not printed
 */
export async function joinShards(options: StageOptions): Promise<Joined> {
  const { root, settings, store } = options;
  const run = await loadRun(options);
  const merged = await loadMerged(options, run);
  const at = storedAt(options);
  await mustBePrinted(options, run, merged);
  const { kept, lost } = await findMadeParts(options, merged);
  if (lost.length > 0)
    throw new StageError(
      `expected ${merged.parts.length} parts of the search index, got ${kept.length}; run \`${callOf('print', '--shard I/N')}\` for every shard again: those that are done take no time`,
    );
  const printed = loadPrinted(options);
  await store.pull([`${storePaths.site(at)}/`]);
  const index = await listIndexFiles(
    kept,
    { cacheDir: store.folder, publicationCache: at },
    { choices: merged.choices, packed: merged.hosted.oneFile },
  );
  const contentDir = resolve(root, settings.contentDir);
  const { out } = await outputFolders(settings.outDir);
  const place = {
    cacheDir: resolve(root, settings.cacheDir),
    name: ledgerOf(publicationFolder(root, settings)),
  };
  let joined: Joined | undefined;
  await buildInto(
    resolve(settings.outDir),
    async (folder, keep) => {
      const before = loadPressLedger(place.cacheDir, place.name);
      const scan = await scanFolder(out, { aside: false });
      const site = join(store.folder, storePaths.site(at));
      const sheets = new Map<string, PrintedSheet>();
      const damaged = new Set<string>();
      let put = 0;
      let putBytes = 0;
      const take = (
        file: string,
        sheet: PrintedSheet,
        place: (facts: FileFacts) => boolean,
      ) => {
        const known = sameFiles(sheet, before.sheets.get(file), { out, scan });
        if (known !== undefined) {
          sheets.set(file, known);
          for (const { file: own } of known.files) keep('', own);
          return;
        }
        if (!sheet.files.every(place)) damaged.add(file);
        else {
          sheets.set(file, {
            ...sheet,
            files: sheet.files.map((facts) => looksOf(folder, facts)),
          });
          put += sheet.files.length;
          for (const { size } of sheet.files) putBytes += size;
        }
      };
      for (const [file, sheet] of printed)
        take(file, sheet, (facts) => {
          if (unchangedFacts(site, [facts]) === undefined) return false;
          placeFile(join(site, facts.file), join(folder, facts.file));
          return true;
        });
      if (damaged.size > 0) {
        await forgetPrinted(options, run, damaged);
        throw new StageError(
          `${damaged.size} printed files are missing in the store or were changed there, such as ${[...damaged][0]}; run \`${callOf('merge')}\`, \`${callOf('print', '--shard I/N')}\` for every shard, and \`${callOf('join')}\` again. Nothing was published.`,
        );
      }
      for (const item of index) {
        const { file, sha256, size } = item;
        const sheet: PrintedSheet = {
          kind: 'search',
          key: keyOf(merged.code, 'search', sha256),
          parts: {},
          files: [{ file, sha256, size, mtimeMs: 0, ino: 0 }],
        };
        take(file, sheet, () => {
          if ('from' in item) placeFile(item.from, join(folder, file));
          else if ('content' in item) writeInFolder(join(folder, file), item.content);
          else writeInFolder(join(folder, file), packBytes(item));
          return true;
        });
      }
      const ledger = { code: merged.code, shared: merged.shared, sheets };
      writeHostFiles(merged.hosted, ledger, { folder, out, keep });
      await keepPressLedger(place.cacheDir, place.name, ledger, before);
      joined = { ledger, put, putBytes, articles: merged.articles };
    },
    // Where the output is in it, it is not read.
    { ...(contentDir === root ? {} : { contentDir }), cacheDir: store.folder },
  );
  if (joined === undefined) throw new Error('nothing was joined');
  warnOfPrinted(joined.ledger.sheets.values());
  const name = storePaths.joined(at, run);
  await storeSealed(store.folder, name, run.id);
  await store.push([name]);
  return joined;
}

/** Whether the run is complete. */
export async function isJoined(options: StageOptions, run: Run): Promise<boolean> {
  const name = storePaths.joined(storedAt(options), run);
  await options.store.pull([name]);
  return loadSealed(options.store.folder, name) !== undefined;
}

/** The buckets whose work is not done, and the numbers of shards of the others. */
export async function findUnprinted(
  options: StageOptions,
  run: Run,
  merged: Merged,
): Promise<{ readonly missing: readonly number[]; readonly counts: readonly number[] }> {
  const at = storedAt(options);
  const all = bucketsOf({ index: 0, count: 1 });
  await options.store.pull(all.map((bucket) => storePaths.printed(at, bucket)));
  const missing: number[] = [];
  const counts: number[] = [];
  for (const bucket of merged.work.keys()) {
    const printed = loadPrintedBucket(options, bucket);
    if (printed?.run === run.id) counts.push(printed.count);
    else missing.push(bucket);
  }
  return { missing, counts };
}

/** How many buckets are not printed, and parts of the search index not made. */
export async function findOpenWork(options: StageOptions, run: Run): Promise<number> {
  const merged = await loadMerged(options, run);
  const { missing } = await findUnprinted(options, run, merged);
  const { lost } = await findMadeParts(options, merged);
  return missing.length + lost.length;
}

async function findMadeParts(options: StageOptions, merged: Merged) {
  const { store } = options;
  const at = storedAt(options);
  await store.pull(merged.parts.map((part) => `${partFolder(at, part)}/`));
  return findParts(
    merged.parts.map((part) => ({ ...part, records: [] })),
    { cacheDir: store.folder, publicationCache: at },
  );
}

async function mustBePrinted(options: StageOptions, run: Run, merged: Merged): Promise<void> {
  const { missing, counts } = await findUnprinted(options, run, merged);
  if (missing.length === 0) return;
  throw new StageError(
    `expected all shards to be printed, got ${merged.work.size - missing.length} of ${merged.work.size} parts; run \`${callOf('print', '--shard I/N')}\` for the others: ${shardsOf(missing, counts)}`,
  );
}

/** The sheet as the output has it; undefined where its files are missing there or have other bytes. */
function sameFiles(
  sheet: PrintedSheet,
  known: PrintedSheet | undefined,
  { out, scan }: { readonly out: string; readonly scan: FolderScan },
): PrintedSheet | undefined {
  if (known === undefined || known.files.length !== sheet.files.length) return undefined;
  const isSame = sheet.files.every(
    ({ file, sha256 }, index) =>
      known.files[index]?.file === file && known.files[index]?.sha256 === sha256,
  );
  const files = isSame ? unchangedFacts(out, known.files, scan) : undefined;
  return files && { ...sheet, files };
}

/** The facts of a file that was put into a folder, whose bytes are known. */
function looksOf(folder: string, { file, sha256 }: FileFacts): FileFacts {
  const { size, mtimeMs, ino } = lstatSync(join(folder, file));
  return { file, sha256, size, mtimeMs, ino };
}

/** Gives a file a second name, or copies it where the folders are on two disks. */
function placeFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
