import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Draft, ImportOptions } from '../draft.ts';

/** Stored in the target folder; the site ignores names that begin with `_`. */
const ledgerName = '_imports.json';

/** The file written for one source, and the hash of its text. */
interface LedgerEntry {
  readonly file: string;
  readonly hash: string;
}

/** Options that apply again when the same source is imported again. */
const rememberedOptions = ['title', 'lang', 'date', 'base'] as const;

/** Options given for a source. */
export type GivenOptions = Pick<ImportOptions, (typeof rememberedOptions)[number]>;

/**
 * What was imported into a folder, by key. It may be deleted: files are then recognized by source
 * URL and content.
 */
export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** The key of the source that a file belongs to. Ignores case. */
  readonly ownerOf: (file: string) => string | undefined;
  readonly set: (key: string, entry: LedgerEntry) => void;
  /** By import argument, as `ledgerPlace` names it. */
  readonly given: Map<string, GivenOptions>;
}

function createLedger(
  known: Iterable<[string, LedgerEntry]>,
  given: Iterable<[string, GivenOptions]> = [],
): Ledger {
  const entries = new Map(known);
  const owners = new Map([...entries].map(([key, { file }]) => [fold(file), key]));
  return {
    entries,
    given: new Map(given),
    ownerOf: (file) => owners.get(fold(file)),
    set(key, entry) {
      const before = entries.get(key);
      if (before) owners.delete(fold(before.file));
      entries.set(key, entry);
      owners.set(fold(entry.file), key);
    },
  };
}

/** Folds names that some file systems treat as equal. */
function fold(file: string): string {
  return file.normalize('NFC').toLowerCase();
}

/** Loads the ledger of a folder. A missing or damaged ledger is empty. */
export async function loadLedger(folder: string): Promise<Ledger> {
  const text = await readFile(join(folder, ledgerName), 'utf8').catch(() => '');
  try {
    const value: unknown = JSON.parse(text);
    // `copies` is the key of earlier versions, so it stays.
    const { copies, given } = recordOf(value);
    const entries = Object.entries(recordOf(copies)).flatMap(([key, entry]) => {
      const { file, hash } = recordOf(entry);
      const isEntry =
        typeof file === 'string' && typeof hash === 'string' && isLedgerPath(file);
      return isEntry ? [[key, { file, hash }] as [string, LedgerEntry]] : [];
    });
    return createLedger(entries, Object.entries(recordOf(given)).map(readGiven));
  } catch {
    return createLedger([]);
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === 'object' && value !== null;
  return isRecord ? (value as Readonly<Record<string, unknown>>) : {};
}

/** Whether an import may write there: the folder itself, `pages` or `people` in it. */
export function isLedgerPath(file: string): boolean {
  return /^(?:(?:pages|people)\/)?[^/\\]+\.md$/u.test(file);
}

function readGiven([place, options]: [string, unknown]): [string, GivenOptions] {
  const said = Object.entries(recordOf(options)).filter(
    ([name, value]) => rememberedOptions.includes(name as never) && typeof value === 'string',
  );
  return [place, Object.fromEntries(said)];
}

/** Formats a ledger. The same entries give the same bytes. */
export function formatLedger(folder: string, ledger: Ledger): { path: string; text: string } {
  const entries = [...ledger.entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const given = [...ledger.given].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const about = 'Files written by imports. Safe to delete.';
  const text = `${JSON.stringify(
    {
      about,
      ...(given.length > 0 && { given: Object.fromEntries(given) }),
      copies: Object.fromEntries(entries),
    },
    undefined,
    1,
  )}\n`;
  return { path: join(folder, ledgerName), text };
}

/**
 * The ledger key of a draft. Paths are relative to the ledger's folder, so that it can be moved
 * with its folder.
 */
export function ledgerKey(draft: Pick<Draft, 'identity' | 'source'>, folder: string): string {
  const { identity, source } = draft;
  if (isAbsolute(identity)) return ledgerPlace(identity, folder);
  if (isAddress(identity)) return identity;
  const place = ledgerPlace(source, folder);
  return identity === source ? place : `${place}#${identity}`;
}

/** The ledger's name for a path or URL. */
export function ledgerPlace(source: string, folder: string): string {
  return isAddress(source) ? source : relative(folder, resolve(source)).replaceAll(sep, '/');
}

function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:/iu.test(text);
}
