import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findPageKinds } from './page-kinds.ts';

test('finds the first page of each kind that a site has', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'page-kinds-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const path of [
    'section/b',
    'section/a',
    'section/a/feed',
    '2026/05',
    '2026/05/01/a',
    '.',
  ]) {
    const file = join(folder, path, 'index.html');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  await writeFile(join(folder, '404.html'), '');
  assert.deepEqual(findPageKinds(folder), {
    front: '/',
    list: '/section/a/',
    month: '/2026/05/',
    'not-found': '/404.html',
  });
});
