import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFault } from '../hosting/page-budget.ts';
import { bucketOf } from '../system/cache/bucket.ts';
import { loadSealed, storeSealed } from '../system/cache/cached-file.ts';
import type { FolderFacts } from '../system/cache/cached-folder.ts';
import type { Problem } from '../system/problems/problem.ts';
import type { InputHashes } from './explain-print.ts';
import type { SheetKind } from './sheet.ts';

/** What was printed for one sheet. */
export interface PrintedSheet {
  readonly kind: SheetKind;
  /** Hash of the code and of the inputs of the sheet. */
  readonly key: string;
  readonly parts: InputHashes;
  /** The file and its compressed files, below the output folder. */
  readonly files: FolderFacts;
  readonly fault?: PageFault;
  /** Warnings about the content that were found when it was printed. */
  readonly problems?: readonly Problem[];
}

/** What printing a sheet gives. */
export type Printed = Pick<PrintedSheet, 'files' | 'fault' | 'problems'> & {
  /** Whether the next build prints the sheet again, although nothing has changed. */
  readonly again?: boolean;
};

/** The key of a sheet that the next build prints again. */
export const unfinished = '';

/** A sheet after it was printed. */
export function toPrintedSheet(
  sheet: Pick<PrintedSheet, 'kind' | 'key' | 'parts'>,
  { again, ...printed }: Printed,
): PrintedSheet {
  return { ...sheet, ...printed, ...(again ? { key: unfinished } : {}) };
}

/** Everything that the output consists of. */
export interface PressLedger {
  /** Hash of the code that printed it. */
  readonly code: string;
  /** Of what all pages share. */
  readonly shared: InputHashes;
  /** By the path of each sheet's file. */
  readonly sheets: ReadonlyMap<string, PrintedSheet>;
}

/** The path of a publication's ledger below `cacheDir`; `publicationCache` is that of its folder there. */
export function ledgerOf(publicationCache: string): string {
  return `${publicationCache}/ledger`;
}

/** What the files of a ledger share, in its first file. */
interface LedgerHead extends Omit<PressLedger, 'sheets'> {
  /** The number of sheets, and of the other files, which is a power of two. */
  readonly count: number;
  readonly parts: number;
}

/** The maximum number of sheets in a file of the ledger, on average: half a megabyte. */
const sheetsPerPart = 1000;

function headOf(name: string): string {
  return `${name}/head.json`;
}

function partOf(name: string, parts: number, part: number): string {
  return `${name}/${parts}-${part}.json`;
}

function loadHead(cacheDir: string, name: string): LedgerHead | undefined {
  const bytes = loadSealed(cacheDir, headOf(name));
  // The seal is a hash: the content is what `keepPressLedger` wrote.
  return bytes && (JSON.parse(bytes.toString()) as LedgerHead);
}

/** Whether the last build printed thousands of files. */
export function isLargeLedger(cacheDir: string, name: string): boolean {
  return (loadHead(cacheDir, name)?.count ?? 0) > 2500;
}

/**
 * Loads what the last build of a publication printed. The ledger consists of sealed files in the folder `name`
 * below `cacheDir`; sheets in a file that is lost or damaged are missing from the result.
 */
export function loadPressLedger(cacheDir: string, name: string): PressLedger {
  const head = loadHead(cacheDir, name);
  const sheets = new Map<string, PrintedSheet>();
  for (let part = 0; part < (head?.parts ?? 0); part += 1)
    for (const [file, sheet] of loadLedgerPart(cacheDir, partOf(name, head?.parts ?? 1, part)))
      sheets.set(file, sheet);
  return { code: head?.code ?? '', shared: head?.shared ?? {}, sheets };
}

/** Loads one file of a ledger; empty where it is lost or damaged. */
export function loadLedgerPart(cacheDir: string, name: string): [string, PrintedSheet][] {
  const bytes = loadSealed(cacheDir, name);
  return bytes ? (JSON.parse(bytes.toString()) as [string, PrintedSheet][]) : [];
}

/** Writes one file of a ledger. */
export function keepLedgerPart(
  cacheDir: string,
  name: string,
  sheets: readonly (readonly [string, PrintedSheet])[],
): Promise<void> {
  return storeSealed(cacheDir, name, JSON.stringify(sheets));
}

/**
 * Writes a ledger: only the files with sheets that have changed.
 *
 * @param before what `loadPressLedger` gave; unchanged sheets are the same objects
 */
export async function keepPressLedger(
  cacheDir: string,
  name: string,
  { sheets, ...shared }: PressLedger,
  before: PressLedger,
): Promise<void> {
  const parts = 2 ** Math.ceil(Math.log2(Math.max(1, sheets.size / sheetsPerPart)));
  const last = loadHead(cacheDir, name);
  const lists = Map.groupBy(sheets, ([file]) => bucketOf(file, parts));
  const old = Map.groupBy(before.sheets, ([file]) => bucketOf(file, parts));
  for (let part = 0; part < parts; part += 1) {
    const now = lists.get(part) ?? [];
    const isSame =
      last?.parts === parts &&
      now.length === (old.get(part)?.length ?? 0) &&
      now.every(([file, sheet]) => before.sheets.get(file) === sheet);
    if (!isSame) await keepLedgerPart(cacheDir, partOf(name, parts, part), now);
  }
  const head: LedgerHead = { ...shared, count: sheets.size, parts };
  await storeSealed(cacheDir, headOf(name), JSON.stringify(head));
  if (last !== undefined && last.parts !== parts)
    for (let part = 0; part < last.parts; part += 1)
      rmSync(join(cacheDir, partOf(name, last.parts, part)), { force: true });
}

/** How many sheets were printed, kept or removed, by kind. */
export type SheetCounts = Readonly<
  Record<'printed' | 'kept' | 'removed', Readonly<Partial<Record<SheetKind, number>>>>
>;

/** The counts of a build that keeps all sheets. */
export function countKept(ledger: PressLedger): SheetCounts {
  const kept: Partial<Record<SheetKind, number>> = {};
  for (const { kind } of ledger.sheets.values()) kept[kind] = (kept[kind] ?? 0) + 1;
  return { printed: {}, kept, removed: {} };
}

/** The number of sheets of all kinds. */
export function sumOf(counts: SheetCounts[keyof SheetCounts]): number {
  return Object.values(counts).reduce((sum, number) => sum + number, 0);
}
