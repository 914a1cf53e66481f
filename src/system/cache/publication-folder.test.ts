import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { publicationFolder } from './publication-folder.ts';

test('builds with the same content folder and settings share their part of the cache', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'north'));
  await symlink('north', join(root, 'link'));
  const build = { contentDir: 'north', outDir: 'dist', basePath: '/' };
  const folder = publicationFolder(root, build);
  assert.match(folder, /^publications\/[0-9a-f]{16}$/u);
  const same = [{ contentDir: './north/' }, { contentDir: join(root, 'link') }];
  for (const change of same)
    assert.equal(publicationFolder(root, { ...build, ...change }), folder);
  const others = [
    { contentDir: 'south' },
    { outDir: 'other' },
    { basePath: '/news/' },
    { siteUrl: 'https://news.example' },
  ];
  const folders = others.map((change) => publicationFolder(root, { ...build, ...change }));
  assert.equal(new Set([folder, ...folders]).size, others.length + 1);
});
