import assert from 'node:assert/strict';
import { cp, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { loadPress } from './load-press.ts';

async function bundlesIn(cacheDir: string): Promise<string[]> {
  const names = await readdir(join(cacheDir, 'code'));
  return names.filter((name) => name.startsWith('press-'));
}

test('bundles the press and its workers once, and again where a file is damaged or the cache was copied', async (t) => {
  const folder = await temporaryFolder(t);
  const cacheDir = join(folder, 'cache');
  const { runPress } = await loadPress(cacheDir, 'runPress');
  assert.equal(typeof runPress, 'function');
  const [name = ''] = await bundlesIn(cacheDir);
  const { openPreview } = await loadPress(cacheDir, 'openPreview');
  assert.equal(typeof openPreview, 'function');
  const worker = join(cacheDir, 'code', name, 'files/press/print-worker.mjs');
  const { mtimeMs, size } = await stat(worker);
  await loadPress(cacheDir, 'runPress');
  assert.equal((await stat(worker)).mtimeMs, mtimeMs);
  await truncate(worker, 5);
  await loadPress(cacheDir, 'runPress');
  assert.equal((await stat(worker)).size, size);
  assert.deepEqual(await bundlesIn(cacheDir), [name]);

  // Both bundles contain absolute paths.
  const copied = join(folder, 'copied');
  await cp(cacheDir, copied, { recursive: true, preserveTimestamps: true });
  await loadPress(copied, 'runPress');
  const names = await bundlesIn(copied);
  assert.equal(names.length, 2);
  assert.ok(names.includes(name));
});
