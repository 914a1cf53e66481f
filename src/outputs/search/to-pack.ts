import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** A file of the index that goes into a pack. */
export interface PackedFile {
  /** Its path below the folder of the part, with `/`. */
  readonly file: string;
  /** An absolute path in the cache. */
  readonly from: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Several files as one: what it begins with, and the files that follow. */
export interface Pack {
  readonly head: string;
  readonly joined: readonly PackedFile[];
  /** Of all bytes. */
  readonly sha256: string;
  readonly size: number;
}

/** Digits that a pack begins with: the number of bytes of its table. */
export const lengthDigits = 8;

/**
 * Plans a pack: the length of its table, the table as JSON (the size of each file by its short name), and the
 * files in the order of the table. A search reads the beginning, and then the ranges of bytes that it
 * needs; what it always needs comes first.
 */
export async function toPack(files: readonly PackedFile[]): Promise<Pack> {
  const joined = files.toSorted(
    (a, b) => placeOf(a.file) - placeOf(b.file) || (a.file < b.file ? -1 : 1),
  );
  const sizes = joined.map(({ file, size }) => [shortName(file), size] as const);
  const table = JSON.stringify(Object.fromEntries(sizes));
  const length = Buffer.byteLength(table);
  const head = String(length).padStart(lengthDigits, '0') + table;
  const bytes = createHash('sha256').update(head);
  for (const { from } of joined) bytes.update(await readFile(from));
  return {
    ...{ head, joined },
    sha256: bytes.digest('hex'),
    size: lengthDigits + length + joined.reduce((sum, { size }) => sum + size, 0),
  };
}

/** The bytes of a pack. */
export function packBytes({ head, joined }: Pick<Pack, 'head' | 'joined'>): Buffer {
  return Buffer.concat([Buffer.from(head), ...joined.map(({ from }) => readFileSync(from))]);
}

/** What a search loads first. Fragments are texts of results. */
const order = ['pagefind-entry.json', 'pagefind.', 'filter/', 'index/', 'fragment/'];

function placeOf(file: string): number {
  const place = order.findIndex((beginning) => file.startsWith(beginning));
  return place < 0 ? order.length : place;
}

/** `fragment/en_1a2b.pf_fragment` -> `fr/en_1a2b`. The table has hundreds of them. */
export function shortName(file: string): string {
  return file.replace(/^(\w\w)\w*\/(.+)\.pf_\w+$/u, '$1/$2');
}
