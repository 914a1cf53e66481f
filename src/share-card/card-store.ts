import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What became of a card: its file, or the characters that no font has. */
export type DrawnResult =
  | { readonly name: string; readonly hash: string }
  | { readonly missing: readonly string[] };

/** Where a card lies until it is published, by its name. */
export function cardPath(cacheDir: string, name: string): string {
  return join(cacheDir, 'cards', name);
}

/** Keeps a card below `CACHE_DIR/cards`, and a record of it. */
export async function storeCard(
  cacheDir: string,
  key: string,
  { data, ending }: { readonly data: Uint8Array; readonly ending: string },
): Promise<DrawnResult> {
  const name = `${key}.${ending}`;
  await writeWhole(cardPath(cacheDir, name), data);
  const result = { name, hash: hashOf(data) };
  await storeResult(cacheDir, key, result);
  return result;
}

/** Keeps what became of a card, so that it is not tried again. */
export function storeResult(cacheDir: string, key: string, result: DrawnResult): Promise<void> {
  return writeWhole(cardPath(cacheDir, `${key}.json`), JSON.stringify(result));
}

/** What is known of a card; undefined where its file is damaged or was never drawn. */
export async function loadResult(
  cacheDir: string,
  key: string,
): Promise<DrawnResult | undefined> {
  try {
    const path = cardPath(cacheDir, `${key}.json`);
    const result = JSON.parse(await readFile(path, 'utf8')) as DrawnResult;
    if ('missing' in result) return result;
    return hashOf(await readFile(cardPath(cacheDir, result.name))) === result.hash
      ? result
      : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

async function writeWhole(path: string, data: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(temporary, data);
  await rename(temporary, path);
}
