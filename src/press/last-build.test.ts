import assert from 'node:assert/strict';
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { projectRoot } from '../../tests/test-site.ts';
import { parseSettings } from '../content/settings/settings.ts';
import { fingerprint } from './last-build.ts';

/** Creates a content folder, and a function that gives its fingerprint once its files are old enough. */
async function start(t: Parameters<typeof temporaryFolder>[0]) {
  const folder = join(await temporaryFolder(t), 'content');
  await mkdir(join(folder, 'below'), { recursive: true });
  for (const name of ['a.md', 'below/b.md']) await writeFile(join(folder, name), 'Text.');
  const { settings } = parseSettings({ CONTENT_DIR: folder }, 0);
  const place = {
    root: projectRoot,
    settings,
    publicationCache: 'publications/x',
    out: '/nowhere',
  };
  const print = async (more: Partial<typeof settings> = {}) => {
    // Longer than the resolution of file times.
    await sleep(150);
    return fingerprint({ ...place, settings: { ...settings, ...more } });
  };
  return { folder, print };
}

test('the fingerprint changes with anything that a build reads', async (t) => {
  const { folder, print } = await start(t);
  const at = (name: string) => join(folder, name);
  const first = await print();
  assert.ok(first);
  assert.equal(await print(), first);
  assert.equal(await print({ now: 5 }), first, 'the clock is checked separately');
  assert.notEqual(await print({ siteUrl: 'https://other.example' }), first);
  const changes: readonly (() => Promise<unknown>)[] = [
    () => writeFile(at('a.md'), 'Other'),
    () => utimes(at('a.md'), 1000, 1000),
    () => rename(at('a.md'), at('c.md')),
    () => writeFile(at('below/d.jpg'), 'x'),
    () => rm(at('below/b.md')),
  ];
  const seen = new Set([first]);
  for (const change of changes) {
    await change();
    const next = await print();
    assert.ok(next);
    assert.equal(seen.has(next), false, String(change));
    seen.add(next);
  }
});

test('the fingerprint changes with the files of the theme, in its folder or another one', async (t) => {
  const root = await temporaryFolder(t);
  const { settings } = parseSettings({ CONTENT_DIR: join(root, 'content') }, 0);
  for (const name of ['content', 'theme', 'looks']) await mkdir(join(root, name));
  const place = { root, settings, publicationCache: 'publications/x', out: '/nowhere' };
  const changes: readonly string[] = [
    'theme/style.css',
    'looks/style.css',
    'package-lock.json',
  ];
  const seen = new Set([fingerprint(place, join(root, 'looks'))]);
  for (const file of changes) {
    await writeFile(join(root, file), 'x');
    await sleep(150);
    seen.add(fingerprint(place, join(root, 'looks')));
  }
  assert.equal(seen.size, changes.length + 1);
  assert.ok(!seen.has(undefined));
});

test('ignores outputs of builds, and the files of a project that is the content folder', async (t) => {
  const { folder, print } = await start(t);
  const at = (name: string) => join(folder, name);
  const before = await print();
  await mkdir(at('dist/deep'), { recursive: true });
  await writeFile(at('dist/deep/copy.md'), 'x');
  assert.notEqual(await print(), before, 'an ordinary folder');
  await mkdir(at('.dist-build'));
  assert.equal(await print(), before, 'made by a build');
  const { settings } = parseSettings({ CONTENT_DIR: '.', OUT_DIR: 'made/site' }, 0);
  const place = { root: folder, settings, publicationCache: 'publications/x', out: '/nowhere' };
  const own = fingerprint(place);
  assert.ok(own);
  for (const name of ['made/site/a.md', 'made/site-hosting/b', 'package.json']) {
    await mkdir(join(at(name), '..'), { recursive: true });
    await writeFile(at(name), 'x');
    assert.equal(fingerprint(place), own, name);
  }
  await writeFile(at('made/d.md'), 'x');
  await sleep(150);
  assert.notEqual(fingerprint(place), own);
});

test('ignores files that no build reads, and gives no fingerprint where it is not certain', async (t) => {
  const { folder, print } = await start(t);
  const first = await print();
  await mkdir(join(folder, '.git'));
  await writeFile(join(folder, '.git/index'), 'x');
  assert.equal(await print(), first);
  const { settings } = parseSettings({ CONTENT_DIR: folder }, 0);
  await writeFile(join(folder, 'new.md'), 'Text.');
  // In the future, however slow this process is.
  const soon = Date.now() / 1000 + 60;
  await utimes(join(folder, 'new.md'), soon, soon);
  const place = {
    root: projectRoot,
    settings,
    publicationCache: 'publications/x',
    out: '/nowhere',
  };
  assert.equal(fingerprint(place), undefined, 'it has just changed');
  await writeFile(join(folder, 'new.md'), 'Text.');
  await symlink('new.md', join(folder, 'link.md'));
  assert.equal(await print(), undefined, 'a link');
  await rm(join(folder, 'link.md'));
  assert.ok(await print());
  // Other systems reject such a name.
  if (process.platform !== 'linux') return;
  await writeFile(
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9]), Buffer.from('.md')]),
    '',
  );
  assert.equal(await print(), undefined, 'a name that is not UTF-8');
});
