import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { holdLock } from '../src/system/processes/hold-lock.mjs';

const caches = fileURLToPath(new URL('../.cache/test-caches', import.meta.url));

/** Compiled code of this many versions is kept; each is about 20 MB. */
const maxVersions = 12;

/** Templates compiled within this time are probably of the current code. */
const RECENT_MS = 30 * 60_000;

/**
 * A cache folder for builds, at an absolute path, until the test ends. It is empty except for
 * `code`: the compiled press and templates of earlier runs, which depend on nothing but the
 * project's code. Compiling them takes four of the five CPU seconds of a small build. No two tests
 * have the same folder at the same time.
 */
export async function takeCache(t: TestContext): Promise<string> {
  await mkdir(caches, { recursive: true });
  for (let number = 1; ; number += 1) {
    const folder = join(caches, `${number}`);
    const release = await holdLock(`${folder}.lock`, { wait: false });
    if (!release) continue;
    t.after(release);
    await emptyCacheFolder(folder);
    await copyTemplates(folder);
    return folder;
  }
}

/** Copies templates that a test has just compiled in another cache. */
async function copyTemplates(folder: string): Promise<void> {
  for (const other of await readdir(caches)) {
    const code = join(caches, other, 'code');
    const names = await readdir(code).catch((): string[] => []);
    for (const name of names.filter((one) => one.startsWith('pages-'))) {
      // The list is written last, so the folder is complete.
      const list = await stat(join(code, name, 'list.json')).catch(() => undefined);
      const target = join(folder, 'code', name);
      if (!list || Date.now() - list.mtimeMs > RECENT_MS || existsSync(target)) continue;
      await cp(join(code, name), target, { recursive: true }).catch(() => remove(target));
    }
  }
}

/** Removes everything from a cache except compiled code. */
export async function emptyCacheFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (name !== 'code') await remove(join(folder, name));
  const code = join(folder, 'code');
  const names = await readdir(code).catch((): string[] => []);
  const versions = names.filter((name) => name !== 'compiled');
  if (versions.length <= maxVersions) return;
  const times = await Promise.all(
    versions.map(async (name) => ({ name, time: (await stat(join(code, name))).mtimeMs })),
  );
  times.sort((a, b) => b.time - a.time);
  for (const { name } of times.slice(maxVersions / 2)) await remove(join(code, name));
  await remove(join(code, 'compiled'));
}

function remove(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 20 });
}
