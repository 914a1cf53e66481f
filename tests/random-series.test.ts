import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { changedFiles, createRandomFolder } from './random-folder.ts';
import { assertSameFiles, buildSite, hashFiles } from './test-site.ts';

const long = process.env['LONG_TESTS'] === '1';
const builds = long ? 200 : 3;
/** `npm run test:long` makes one change before each build, so that none hides the fault of another. */
const changes = long ? 1 : 8;

test(`each of ${builds} builds after random changes has the same bytes as a clean build`, async (t) => {
  const series = await createRandomFolder();
  let written = series.files();
  const site = await buildSite(t, written);
  assert.equal(site.code, 0, site.stderr);
  for (let number = 1; number <= builds; number += 1) {
    const names: string[] = [];
    while (names.length < changes) names.push(await series.change());
    const next = series.files();
    const built = await site.rebuild(changedFiles(written, next));
    written = next;
    const after = `build ${number}, after ${names.join(', ')}`;
    assert.equal(built.code, 0, `${after}: ${built.stderr}`);
    const clean = await built.buildClean();
    assert.equal(clean.code, 0, `${after}: ${clean.stderr}`);
    assertSameFiles(await built.hashes(), await clean.hashes(), after);
    const hosting = await Promise.all(
      [built, clean].map(({ outDir }) => hashFiles(`${outDir}-hosting`)),
    );
    assertSameFiles(hosting[0] ?? {}, hosting[1] ?? {}, `files for hosts, ${after}`);
    await rm(clean.outDir, { recursive: true, force: true });
  }
});
