import { createHash, hash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { markUsed } from '../../system/cache/cached-file.ts';
import { keepFiles, picturePath } from '../pictures/picture-store.ts';
import type { Patch } from './clip-facts.ts';

/**
 * Copies a clip with its patches to the cache; its name there is the hash of its bytes. A clip may be
 * larger than memory, so it is never read as a whole. Where the cache has it, it is not copied.
 *
 * @throws {Error} of the disk
 */
export async function keepClip(
  source: string,
  patches: readonly Patch[],
  cacheDir: string,
): Promise<{ readonly name: string; readonly size: number }> {
  const digest = createHash('sha256');
  let offset = 0;
  for await (const chunk of createReadStream(source)) {
    digest.update(patched(chunk as Buffer, offset, patches));
    offset += (chunk as Buffer).length;
  }
  const ending = /\.[^.]+$/u.exec(source)?.[0].toLowerCase() ?? '';
  const name = `${digest.digest('hex').slice(0, 32)}${ending}`;
  const path = picturePath(cacheDir, name);
  const kept = await stat(path).catch(() => undefined);
  if (kept?.isFile() && kept.size === offset) markUsed(path);
  else await copyPatched(source, path, patches);
  return { name, size: offset };
}

/** Writes a text to the cache; its name there is the hash of its bytes and the ending. */
export async function keepText(
  text: string,
  ending: string,
  cacheDir: string,
): Promise<string> {
  const name = `${hash('sha256', text).slice(0, 32)}${ending}`;
  await keepFiles(cacheDir, new Map([[name, Buffer.from(text)]]));
  return name;
}

function patched(chunk: Buffer, start: number, patches: readonly Patch[]): Buffer {
  for (const { offset, bytes } of patches) {
    const from = Math.max(offset, start);
    const to = Math.min(offset + bytes.length, start + chunk.length);
    if (from < to) chunk.set(bytes.subarray(from - offset, to - offset), from - start);
  }
  return chunk;
}

async function copyPatched(from: string, to: string, patches: readonly Patch[]): Promise<void> {
  const draft = `${to}.${randomUUID()}.tmp`;
  await mkdir(dirname(to), { recursive: true });
  try {
    await copyFile(from, draft, constants.COPYFILE_FICLONE);
    // The original may be read-only.
    await chmod(draft, 0o644);
    const file = await open(draft, 'r+');
    try {
      for (const { offset, bytes } of patches) await file.write(bytes, 0, bytes.length, offset);
    } finally {
      await file.close();
    }
    await rename(draft, to);
  } catch (error) {
    await rm(draft, { force: true });
    // The error of a full disk has no path.
    throw Object.assign(error as Error, { path: to });
  }
}
