import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { buildInShards } from './build-in-shards.ts';
import {
  changedFiles,
  createRandomFolder,
  defaultSeed,
  randomNumbers,
} from './random-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type Ended,
  hashFiles,
  projectRoot,
} from './test-site.ts';

/*
 * Series of changes, each from a seed: `SEED=7 node --test tests/random-series.test.ts` repeats one.
 * `npm run test:long` makes one change before each build, so that none hides the fault of another.
 */
const long = process.env['LONG_TESTS'] === '1' || process.env['SEED'] !== undefined;
const builds = long ? 30 : 2;
const changes = long ? 1 : 14;
const seeds = process.env['LONG_TESTS'] === '1' ? [12, 1, 2, 3, 4, 5] : [defaultSeed];

for (const seed of seeds)
  test(`seed ${seed}: each of ${builds} builds after random changes has the same bytes, however it is built`, async (t) => {
    // Compiling templates for a theme takes longer than a build.
    const series = await createRandomFolder({ seed, theme: long });
    let written = series.files();
    const site = await buildSite(t, written);
    assert.equal(site.code, 0, site.stderr);
    const inShards = await createSharded(t, site, seed);
    for (let number = 1; number <= builds; number += 1) {
      const names: string[] = [];
      while (names.length < changes) names.push(await series.change());
      const next = series.files();
      const built = await site.rebuild(changedFiles(written, next));
      written = next;
      const after = `seed ${seed}, build ${number}, after ${names.join(', ')}`;
      const clean = await built.buildClean();
      const expected = await hashesOf(clean, `clean build, ${after}`);
      const others: Record<string, Built> = {
        incremental: built,
        cached: await built.buildCached(),
      };
      // Starting all processes takes most of the time of the short test.
      if (long || number === builds) others['sharded'] = await inShards();
      for (const [way, other] of Object.entries(others)) {
        const how = `${way} build, ${after}`;
        const actual = await hashesOf(other, how);
        assertSameFiles(actual.site, expected.site, how);
        assertSameFiles(actual.hosting, expected.hosting, `files for hosts, ${how}`);
      }
      await rm(clean.outDir, { recursive: true, force: true });
    }
  });

type Built = Ended & Pick<BuiltSite, 'outDir'>;

/** Builds of the current content folder in 1 to 7 shards, all with one store, some of them disturbed. */
async function createSharded(t: TestContext, { contentDir }: BuiltSite, seed: number) {
  const numbers = randomNumbers(seed);
  const random = () => numbers.next().value;
  const store = await takeCache(t);
  const outDir = join(await temporaryFolder(t), 'out');
  const env = { CONTENT_DIR: contentDir, OUT_DIR: outDir, CACHE_DIR: store, STORE: store };
  return async (): Promise<Built> => {
    const shards = long ? 1 + Math.floor(random() * 7) : 2;
    const machines = [{ root: projectRoot, env }];
    const disturb = long && random() < 0.5;
    const ends = await buildInShards({ machines, shards, random, disturb });
    return { ...(ends.at(-1) as Ended), outDir };
  };
}

async function hashesOf({ code, stderr, outDir }: Built, how: string) {
  assert.equal(code, 0, `${how}: ${stderr}`);
  return { site: await hashFiles(outDir), hosting: await hashFiles(`${outDir}-hosting`) };
}
