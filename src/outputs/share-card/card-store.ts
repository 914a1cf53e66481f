import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  loadSealed,
  markUsed,
  storeFile,
  storeSealed,
} from '../../system/cache/cached-file.ts';

/** What became of a card: its file, or the characters that no font has. */
export type DrawnResult =
  | { readonly name: string; readonly hash: string }
  | { readonly missing: readonly string[] };

/** Where a card lies until it is published, by its name. */
export function cardPath(cacheDir: string, name: string): string {
  return join(cacheDir, nameOf(name));
}

/** Keeps a card below `CACHE_DIR/cards`, and a record of it. */
export async function storeCard(
  cacheDir: string,
  key: string,
  { data, ending }: { readonly data: Uint8Array; readonly ending: string },
): Promise<DrawnResult> {
  const name = `${key}.${ending}`;
  await storeFile(cacheDir, nameOf(name), data);
  return storeResult(cacheDir, key, { name, hash: hashOf(data) });
}

/** Keeps what became of a card, so that it is not tried again. */
export async function storeResult(
  cacheDir: string,
  key: string,
  result: DrawnResult,
): Promise<DrawnResult> {
  await storeSealed(cacheDir, nameOf(`${key}.json`), JSON.stringify(result));
  return result;
}

/** What is known of a card; undefined where its file is damaged or was never drawn. */
export async function loadResult(
  cacheDir: string,
  key: string,
): Promise<DrawnResult | undefined> {
  const record = loadSealed(cacheDir, nameOf(`${key}.json`));
  if (record === undefined) return undefined;
  try {
    const result = JSON.parse(record.toString()) as DrawnResult;
    if ('missing' in result) return result;
    const path = cardPath(cacheDir, result.name);
    if (hashOf(await readFile(path)) !== result.hash) return undefined;
    markUsed(path);
    return result;
  } catch {
    return undefined;
  }
}

/** What became of the cards of a publication in its last build, by their keys; `own` is its part of the cache. */
export function loadResults(
  cacheDir: string,
  own: string,
): Readonly<Record<string, DrawnResult>> {
  const bytes = loadSealed(cacheDir, `${own}/cards.json`);
  return bytes === undefined
    ? {}
    : (JSON.parse(bytes.toString()) as Record<string, DrawnResult>);
}

export function keepResults(
  cacheDir: string,
  own: string,
  results: Readonly<Record<string, DrawnResult>>,
): Promise<void> {
  return storeSealed(cacheDir, `${own}/cards.json`, JSON.stringify(results));
}

function nameOf(file: string): string {
  return `cards/${file}`;
}

function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
