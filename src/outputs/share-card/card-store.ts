import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  loadSealed,
  markUsed,
  storeFile,
  storeSealed,
} from '../../system/cache/cached-file.ts';
import { hashCode } from '../../system/cache/hash-code.ts';
import { type FontFamily, fontFamilies } from './fonts/font-families.ts';

/** The result of drawing a card: its file, the characters that no font has, or the fonts to install. */
export type DrawnResult =
  | { readonly name: string; readonly hash: string }
  | { readonly missing: readonly string[] }
  | { readonly packages: readonly string[] };

/** The path of a card in the cache, by its name. */
export function cardPath(cacheDir: string, name: string): string {
  return join(cacheDir, nameOf(name));
}

/** Writes a card below `CACHE_DIR/cards`, and a record of it. */
export async function storeCard(
  cacheDir: string,
  key: string,
  { data, ending }: { readonly data: Uint8Array; readonly ending: string },
): Promise<DrawnResult> {
  const sha256 = hash('sha256', data);
  // Named by its bytes, so that its address identifies them, whatever version of the code drew it.
  const name = `${sha256.slice(0, 32)}.${ending}`;
  await storeFile(cacheDir, nameOf(name), data);
  return storeResult(cacheDir, key, { name, hash: sha256 });
}

/** Records the result of a card, so that it is not drawn again. */
export async function storeResult(
  cacheDir: string,
  key: string,
  result: DrawnResult,
): Promise<DrawnResult> {
  await storeSealed(cacheDir, nameOf(`${key}.json`), JSON.stringify(result));
  return result;
}

/** Loads the result of a card; undefined where it was never drawn or its file is damaged. */
export async function loadResult(
  cacheDir: string,
  key: string,
): Promise<DrawnResult | undefined> {
  const record = loadSealed(cacheDir, nameOf(`${key}.json`));
  if (record === undefined) return undefined;
  try {
    // The seal is a hash: the content is what `storeResult` wrote.
    const result = JSON.parse(record.toString()) as DrawnResult;
    if (!('name' in result)) return result;
    const path = cardPath(cacheDir, result.name);
    if (hash('sha256', await readFile(path)) !== result.hash) return undefined;
    markUsed(path);
    return result;
  } catch {
    return undefined;
  }
}

/**
 * Loads the results of all cards of the last build by their keys. `publicationCache` is the publication's folder
 * in the cache.
 */
export function loadResults(
  cacheDir: string,
  publicationCache: string,
): Readonly<Record<string, DrawnResult>> {
  const bytes = loadSealed(cacheDir, `${publicationCache}/cards.json`);
  return bytes === undefined
    ? {}
    : (JSON.parse(bytes.toString()) as Record<string, DrawnResult>);
}

export function keepResults(
  cacheDir: string,
  publicationCache: string,
  results: Readonly<Record<string, DrawnResult>>,
): Promise<void> {
  return storeSealed(cacheDir, `${publicationCache}/cards.json`, JSON.stringify(results));
}

/** Packages that decide how a card looks. */
const packages: readonly string[] = [
  ...['@takumi-rs/core', 'fontkit', 'sharp'],
  ...Object.values<FontFamily>(fontFamilies).flatMap((family) => family.package ?? []),
];

/** The code that decides the bytes of a card: `card-worker.ts` and what it imports. Below `src`. */
export const cardCode: readonly string[] = [
  'language/truncate.ts',
  ...[
    'measure-contrast',
    'path-on-disk',
    'read-embedded-credit',
    'set-jpeg-fields',
    'to-xmp',
  ].map((name) => `outputs/pictures/${name}.ts`),
  ...['card-store', 'card-tree', 'card-worker', 'draw-card', 'fit-headline'].map(
    (name) => `outputs/share-card/${name}.ts`,
  ),
  ...['fonts/card-fonts', 'fonts/font-families', 'fonts/font-slices', 'share-card'].map(
    (name) => `outputs/share-card/${name}.ts`,
  ),
];

/**
 * Hashes the code, the packages and the fonts that draw cards: a part of every card's key, so that a
 * card is drawn again where another one would be made.
 */
export function cardVersion(): string {
  return hashCode(cardCode, packages);
}

function nameOf(file: string): string {
  return `cards/${file}`;
}
