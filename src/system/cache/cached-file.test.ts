import assert from 'node:assert/strict';
import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import {
  isLostFromCache,
  isLostModule,
  LostFromCache,
  loadSealed,
  storeSealed,
} from './cached-file.ts';

describe('a file of the cache', () => {
  test('is what was stored under its name', async (t) => {
    const cache = await temporaryFolder(t);
    await storeSealed(cache, 'a/one.json', 'one');
    assert.equal(loadSealed(cache, 'a/one.json')?.toString(), 'one');
    assert.equal(loadSealed(cache, 'a/two.json'), undefined);
  });

  test('is ignored under another name', async (t) => {
    const cache = await temporaryFolder(t);
    await storeSealed(cache, 'a/one.json', 'one');
    await storeSealed(cache, 'a/two.json', 'two');
    await copyFile(join(cache, 'a/one.json'), join(cache, 'a/two.json'));
    assert.equal(loadSealed(cache, 'a/two.json'), undefined);
  });

  test('is ignored if it is damaged or truncated', async (t) => {
    const cache = await temporaryFolder(t);
    await storeSealed(cache, 'one', 'content');
    const bytes = await readFile(join(cache, 'one'));
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 3), Buffer.alloc(0)]) {
      await writeFile(join(cache, 'one'), damaged);
      assert.equal(loadSealed(cache, 'one'), undefined);
    }
  });

  const obstacles: readonly [what: string, make: (cache: string) => Promise<unknown>][] = [
    ['a file in the place of its folder', (cache) => writeFile(join(cache, 'a'), 'x')],
    ['a folder in its place', (cache) => mkdir(join(cache, 'a/b/c'), { recursive: true })],
    [
      'a broken link in the place of its folder',
      (cache) => symlink('nowhere', join(cache, 'a')),
    ],
    ['a link to itself', (cache) => symlink('a', join(cache, 'a'))],
  ];
  for (const [what, make] of obstacles) {
    test(`replaces ${what}`, async (t) => {
      const cache = await temporaryFolder(t);
      await make(cache);
      assert.equal(loadSealed(cache, 'a/b'), undefined);
      await storeSealed(cache, 'a/b', 'content');
      assert.equal(loadSealed(cache, 'a/b')?.toString(), 'content');
    });
  }
});

test('distinguishes losses from the cache from other errors, and modules from other files', async (t) => {
  const cache = await temporaryFolder(t);
  const lost = new LostFromCache(join(cache, 'cards/a.png'));
  assert.deepEqual([isLostFromCache(lost, cache), isLostModule(lost, cache)], [true, false]);
  const missing = await import(join(cache, 'code/press/a.mjs')).catch((error) => error);
  assert.deepEqual(
    [isLostFromCache(missing, cache), isLostModule(missing, cache)],
    [true, true],
  );
  const elsewhere = await readFile(join(cache, 'article.md')).catch((error) => error);
  for (const error of [elsewhere, new Error('x'), undefined])
    assert.equal(isLostFromCache(error, cache), false);
});
