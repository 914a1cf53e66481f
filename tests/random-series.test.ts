import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { changedFiles, createRandomFolder, defaultSeed } from './random-folder.ts';
import { assertSameFiles, type BuiltSite, buildSite, hashFiles } from './test-site.ts';

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
    const series = await createRandomFolder({ seed, theme: true });
    let written = series.files();
    const site = await buildSite(t, written);
    assert.equal(site.code, 0, site.stderr);
    for (let number = 1; number <= builds; number += 1) {
      const names: string[] = [];
      while (names.length < changes) names.push(await series.change());
      const next = series.files();
      const built = await site.rebuild(changedFiles(written, next));
      written = next;
      const after = `seed ${seed}, build ${number}, after ${names.join(', ')}`;
      const clean = await built.buildClean();
      const expected = await hashesOf(clean, `clean build, ${after}`);
      const others = { incremental: built, cached: await built.buildCached() };
      for (const [way, other] of Object.entries(others)) {
        const how = `${way} build, ${after}`;
        const actual = await hashesOf(other, how);
        assertSameFiles(actual.site, expected.site, how);
        assertSameFiles(actual.hosting, expected.hosting, `files for hosts, ${how}`);
      }
      await rm(clean.outDir, { recursive: true, force: true });
    }
  });

async function hashesOf({ code, stderr, outDir }: BuiltSite, how: string) {
  assert.equal(code, 0, `${how}: ${stderr}`);
  return { site: await hashFiles(outDir), hosting: await hashFiles(`${outDir}-hosting`) };
}
