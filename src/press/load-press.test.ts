import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadPress } from './load-press.ts';

async function bundlesIn(cacheDir: string): Promise<string[]> {
  const names = await readdir(join(cacheDir, 'code'));
  return names.filter((name) => name.startsWith('press-'));
}

test('bundles the press and its workers once, and again where a file is damaged', async (t) => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'press-'));
  t.after(() => rm(cacheDir, { recursive: true, force: true }));
  const root = join(import.meta.dirname, '../..');
  const { runPress } = await loadPress(root, cacheDir, 'runPress');
  assert.equal(typeof runPress, 'function');
  const [name = ''] = await bundlesIn(cacheDir);
  const { openPreview } = await loadPress(root, cacheDir, 'openPreview');
  assert.equal(typeof openPreview, 'function');
  const worker = join(cacheDir, 'code', name, 'files/press/print-worker.mjs');
  const { mtimeMs, size } = await stat(worker);
  await loadPress(root, cacheDir, 'runPress');
  assert.equal((await stat(worker)).mtimeMs, mtimeMs);
  await truncate(worker, 5);
  await loadPress(root, cacheDir, 'runPress');
  assert.equal((await stat(worker)).size, size);
  assert.deepEqual(await bundlesIn(cacheDir), [name]);
});

test('bundles the press again in a cache that was copied to another path', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'press-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(import.meta.dirname, '../..');
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await loadPress(root, first, 'runPress');
  await cp(first, second, { recursive: true, preserveTimestamps: true });
  const [old = ''] = await bundlesIn(first);
  await loadPress(root, second, 'runPress');
  // Both bundles contain absolute paths.
  const names = await bundlesIn(second);
  assert.equal(names.length, 2);
  assert.ok(names.includes(old));
});
