import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../hosting/temporary-folder.ts';
import { keepFile, keepSealed, loadSealed } from './kept-file.ts';
import { pruneCache } from './prune-cache.ts';

const day = 86_400_000;

async function setAge(path: string, days: number): Promise<void> {
  const then = (Date.now() - days * day) / 1000;
  await utimes(path, then, then);
}

describe('the cache', () => {
  test('loses what was not used for 30 days', async (t) => {
    const cache = await temporaryFolder(t);
    for (const name of ['pictures/new.avif', 'pictures/old.avif', 'rendered/ab/old.json'])
      await keepFile(cache, name, 'x');
    await keepSealed(cache, 'cards/used.json', '{}');
    for (const name of ['pictures/old.avif', 'rendered/ab/old.json', 'cards/used.json'])
      await setAge(join(cache, name), 31);
    // Reading it is a use.
    assert.ok(loadSealed(cache, 'cards/used.json'));
    await pruneCache(cache, Date.now());
    const left = ['pictures/new.avif', 'pictures/old.avif', 'rendered/ab/old.json'].map(
      (name) => existsSync(join(cache, name)),
    );
    assert.deepEqual(left, [true, false, false]);
    assert.ok(existsSync(join(cache, 'cards/used.json')));
  });

  test('keeps the files of the eight publications that were built last', async (t) => {
    const cache = await temporaryFolder(t);
    for (let number = 1; number <= 10; number += 1) {
      await keepFile(cache, `publications/p${number}/built`, '');
      await setAge(join(cache, `publications/p${number}/built`), number);
    }
    await keepFile(cache, 'publications/p11/astro/half', '');
    await pruneCache(cache, Date.now());
    const left = Array.from({ length: 11 }, (_, index) =>
      existsSync(join(cache, `publications/p${index + 1}`)),
    );
    assert.deepEqual(left, [...Array(8).fill(true), false, false, false]);
  });
});
