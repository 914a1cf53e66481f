import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFault } from '../hosting/page-budget.ts';
import { keepSealed, loadSealed } from '../system/cache/kept-file.ts';
import type { FolderFacts } from '../system/cache/kept-folder.ts';
import type { Parts } from './explain-print.ts';
import type { SheetKind } from './sheet.ts';

/** What was printed of one sheet. */
export interface Printed {
  readonly kind: SheetKind;
  /** Hash of the code and of the inputs of the sheet. */
  readonly key: string;
  readonly parts: Parts;
  /** The file and its compressed copies, below the output folder. */
  readonly files: FolderFacts;
  readonly fault?: PageFault;
}

/** All that the output consists of. */
export interface Ledger {
  /** Hash of the code that printed it. */
  readonly code: string;
  /** Of what all pages share. */
  readonly shared: Parts;
  /** By the path of each sheet's file. */
  readonly sheets: ReadonlyMap<string, Printed>;
}

/** The ledger of a publication, by its part of the cache: paths below `cacheDir`. */
export function ledgerOf(own: string): string {
  return `${own}/ledger.json`;
}

/** Whether the last build printed thousands of files: by the bytes of its ledger. */
export function isLargeLedger(cacheDir: string, name: string): boolean {
  const found = statSync(join(cacheDir, name), { throwIfNoEntry: false });
  return found !== undefined && found.size > 1_000_000;
}

/**
 * What the last build of a publication printed: a sealed file below `cacheDir`, which may be lost.
 * `name` is its path there.
 */
export function loadLedger(cacheDir: string, name: string): Ledger {
  const bytes = loadSealed(cacheDir, name);
  if (bytes === undefined) return { code: '', shared: {}, sheets: new Map() };
  const { sheets, ...rest } = JSON.parse(bytes.toString()) as Omit<Ledger, 'sheets'> & {
    readonly sheets: readonly [string, Printed][];
  };
  return { ...rest, sheets: new Map(sheets) };
}

export function keepLedger(cacheDir: string, name: string, ledger: Ledger): Promise<void> {
  return keepSealed(cacheDir, name, JSON.stringify({ ...ledger, sheets: [...ledger.sheets] }));
}

/** How many sheets were printed, stay as they are, or were removed, by kind. */
export type SheetCounts = Readonly<
  Record<'printed' | 'kept' | 'removed', Readonly<Partial<Record<SheetKind, number>>>>
>;

/** Counts where all sheets stay. */
export function countKept(ledger: Ledger): SheetCounts {
  const kept: Partial<Record<SheetKind, number>> = {};
  for (const { kind } of ledger.sheets.values()) kept[kind] = (kept[kind] ?? 0) + 1;
  return { printed: {}, kept, removed: {} };
}

/** Sheets of all kinds together. */
export function sumOf(counts: SheetCounts[keyof SheetCounts]): number {
  return Object.values(counts).reduce((sum, number) => sum + number, 0);
}
