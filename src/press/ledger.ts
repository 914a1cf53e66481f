import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepSealed, loadSealed } from '../cache/kept-file.ts';
import type { PageFault } from '../hosting/check-page-budget.ts';
import type { Parts } from './explain-print.ts';
import type { SheetKind } from './sheet.ts';

/** A file of the output as it was printed. */
export interface PrintedFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Time of its last change (ms) and its number on the disk: those of a file that nobody touched. */
  readonly mtimeMs: number;
  readonly ino: number;
}

/** What was printed of one sheet. */
export interface Printed {
  readonly kind: SheetKind;
  /** Hash of the code and of the inputs of the sheet. */
  readonly key: string;
  readonly parts: Parts;
  /** The file and its compressed copies, by their paths below the output folder. */
  readonly files: Readonly<Record<string, PrintedFile>>;
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

/** Facts of a file on the disk whose bytes are known. */
export function factsOf(path: string, bytes: Uint8Array): PrintedFile {
  const { size, mtimeMs, ino } = lstatSync(path);
  return { sha256: hashOf(bytes), size, mtimeMs, ino };
}

/**
 * What was printed of a sheet, where all its files are in the output as they were printed: those
 * that were touched or copied since are compared by their bytes.
 */
export function stillThere<Sheet extends Pick<Printed, 'files'>>(
  folder: string,
  sheet: Sheet,
): Sheet | undefined {
  let isSame = true;
  const files: Record<string, PrintedFile> = {};
  for (const [file, was] of Object.entries(sheet.files)) {
    const path = join(folder, file);
    const now = lstatSync(path, { throwIfNoEntry: false });
    if (!now?.isFile() || now.size !== was.size) return undefined;
    if (now.mtimeMs === was.mtimeMs && now.ino === was.ino) {
      files[file] = was;
      continue;
    }
    isSame = false;
    const facts = factsOf(path, readFileSync(path));
    if (facts.sha256 !== was.sha256) return undefined;
    files[file] = facts;
  }
  return isSame ? sheet : { ...sheet, files };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
