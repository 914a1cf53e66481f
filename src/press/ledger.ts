import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFault } from '../hosting/page-budget.ts';
import { loadSealed, storeSealed } from '../system/cache/cached-file.ts';
import type { FolderFacts } from '../system/cache/cached-folder.ts';
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
  return `${publicationCache}/ledger.json`;
}

/** Whether the last build printed thousands of files, judged by the size of its ledger. */
export function isLargeLedger(cacheDir: string, name: string): boolean {
  const found = statSync(join(cacheDir, name), { throwIfNoEntry: false });
  return found !== undefined && found.size > 1_000_000;
}

/**
 * Loads what the last build of a publication printed. The ledger is a sealed file below `cacheDir`
 * with the path `name`; where it is lost or damaged, the result is an empty ledger.
 */
export function loadPressLedger(cacheDir: string, name: string): PressLedger {
  const bytes = loadSealed(cacheDir, name);
  if (bytes === undefined) return { code: '', shared: {}, sheets: new Map() };
  // The seal is a hash: the content is what `keepPressLedger` wrote.
  const { sheets, ...rest } = JSON.parse(bytes.toString()) as Omit<PressLedger, 'sheets'> & {
    readonly sheets: readonly [string, PrintedSheet][];
  };
  return { ...rest, sheets: new Map(sheets) };
}

export function keepPressLedger(
  cacheDir: string,
  name: string,
  ledger: PressLedger,
): Promise<void> {
  return storeSealed(cacheDir, name, JSON.stringify({ ...ledger, sheets: [...ledger.sheets] }));
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
