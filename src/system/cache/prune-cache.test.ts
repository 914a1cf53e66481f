import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { loadSealed, storeFile, storeSealed } from './cached-file.ts';
import { pruneCache, pruneWhenDue } from './prune-cache.ts';

const day = 86_400_000;

async function setAge(path: string, days: number): Promise<void> {
  const then = (Date.now() - days * day) / 1000;
  await utimes(path, then, then);
}

/** Files of 1,000 bytes by name, with days since their last use; negative: used by this build. */
async function createCache(
  t: TestContext,
  files: Readonly<Record<string, number>>,
): Promise<{ cache: string; left: () => string[] }> {
  const cache = await temporaryFolder(t);
  for (const [name, days] of Object.entries(files)) {
    await storeFile(cache, name, 'x'.repeat(1000));
    await setAge(join(cache, name), days);
  }
  return {
    cache,
    left: () => Object.keys(files).filter((name) => existsSync(join(cache, name))),
  };
}

const now = Date.now();
const hour = 1 / 24;

describe('the cache', () => {
  test('removes files that were not used for 30 days', async (t) => {
    const { cache, left } = await createCache(t, {
      'pictures/new.avif': 0,
      'pictures/old.avif': 31,
      'rendered/ab/old.json': 31,
      'nginx/old': 31,
    });
    await storeSealed(cache, 'cards/used.json', '{}');
    await setAge(join(cache, 'cards/used.json'), 31);
    // Reading counts as a use.
    assert.ok(loadSealed(cache, 'cards/used.json'));
    await pruneCache(cache, now);
    assert.deepEqual(left(), ['pictures/new.avif', 'nginx/old']);
    assert.ok(existsSync(join(cache, 'cards/used.json')));
  });

  test('removes the least recently used files until it is within its limit', async (t) => {
    const { cache, left } = await createCache(t, {
      'rendered/ab/2.json': 2,
      'pictures/3.avif': 3,
      'cards/1.jpg': 1,
      'compressed/4.br': 4,
      'publications/p5/search/a': 5,
      'publications/p5/built': 5,
      'nginx/9': 9,
    });
    const prune = (limit: number) => pruneCache(cache, now, { limit });
    assert.deepEqual(await prune(7000), { bytes: 7000, inUse: 1000 });
    assert.equal(left().length, 7);
    assert.equal((await prune(6999)).bytes, 5000);
    assert.ok(!existsSync(join(cache, 'publications/p5')));
    assert.equal((await prune(3500)).bytes, 3000);
    assert.deepEqual(left(), ['rendered/ab/2.json', 'cards/1.jpg', 'nginx/9']);
    // Files that builds did not write stay.
    assert.deepEqual(await prune(1), { bytes: 1000, inUse: 1000 });
    assert.deepEqual(left(), ['nginx/9']);
  });

  test('is pruned once a day, and when it may have outgrown its limit', async (t) => {
    const { cache, left } = await createCache(t, {
      'pictures/1.avif': 1,
      'pictures/2.avif': 2,
      'pictures/3.avif': 3,
    });
    const build = async (time: number, printed: number, limit = 10_000) =>
      (await pruneWhenDue(cache, time, { limit, printed }))?.bytes;
    assert.equal(await build(now, 0), 3000);
    assert.equal(await build(now + 1000, 1000), undefined);
    // The bytes that builds print add up.
    assert.ok(((await build(now + 2000, 1000)) ?? 0) > 3000);
    assert.equal(await build(now + 3000, 10), undefined);
    assert.ok(await build(now + day + 3000, 0));
    assert.equal(left().length, 3);
    assert.ok(await build(now + day + 4000, 0, 2000));
    assert.deepEqual(left(), ['pictures/1.avif']);
    // The clock went back; the note is damaged.
    assert.ok(await build(now - day, 0));
    await storeFile(cache, 'pruned.json', '{"at":');
    assert.ok(await build(now, 0));
  });

  test('keeps files that the build has used, even beyond its limit', async (t) => {
    const { cache, left } = await createCache(t, {
      'pictures/used.avif': -hour,
      'pictures/before.avif': hour,
      'publications/own/ledger': -hour,
      'publications/own/search/a': 40,
    });
    await storeSealed(cache, 'cards/read.json', '{}');
    await setAge(join(cache, 'cards/read.json'), hour);
    // Another build used it an hour ago; this process uses it now.
    assert.ok(loadSealed(cache, 'cards/read.json'));
    const { bytes, inUse } = await pruneCache(cache, now, { limit: 1 });
    assert.equal(bytes, inUse);
    assert.deepEqual(left(), [
      'pictures/used.avif',
      'publications/own/ledger',
      'publications/own/search/a',
    ]);
    assert.ok(existsSync(join(cache, 'cards/read.json')));
  });

  test('loses nothing when it was copied', async (t) => {
    const { cache, left } = await createCache(t, {
      'pictures/a.avif': hour,
      'rendered/ab/b.json': hour,
      'publications/p1/built': hour,
    });
    await pruneCache(cache, now);
    assert.equal(left().length, 3);
  });

  test('keeps the files of the eight most recently built publications', async (t) => {
    const built = Array.from(
      { length: 10 },
      (_, index) => [`publications/p${index + 1}/built`, index + 1] as const,
    );
    const { cache, left } = await createCache(t, {
      ...Object.fromEntries(built),
      // Of a build that was killed.
      'publications/p11/astro/half': 12,
    });
    await pruneCache(cache, now);
    assert.deepEqual(
      left(),
      built.slice(0, 8).map(([name]) => name),
    );
  });

  test('may be missing', async (t) => {
    const cache = join(await temporaryFolder(t), 'none');
    assert.deepEqual(await pruneCache(cache, now), { bytes: 0, inUse: 0 });
  });
});

test('prunes a store of more files than a call can have arguments', async (t) => {
  const cache = await temporaryFolder(t);
  mkdirSync(join(cache, 'rendered'));
  // With an ordinary stack it was about 120,000.
  for (let n = 0; n < 20_000; n += 1) writeFileSync(join(cache, 'rendered', `${n}`), '');
  const script = `
    import { pruneCache } from ${JSON.stringify(new URL('./prune-cache.ts', import.meta.url).href)};
    await pruneCache(${JSON.stringify(cache)}, Date.now());
  `;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--stack-size=150', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});
