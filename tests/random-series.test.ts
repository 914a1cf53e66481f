import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { test } from 'node:test';
import { changedFiles, createRandomFolder } from './random-folder.ts';
import { assertSameFiles, buildSite, hashFiles } from './test-site.ts';

const long = process.env['LONG_TESTS'] === '1';
const steps = long ? 200 : 25;

test(`after each of ${steps} random changes a build is a clean build, byte for byte`, async (t) => {
  const series = await createRandomFolder();
  let written = series.files();
  const site = await buildSite(t, written);
  assert.equal(site.code, 0, site.stderr);
  for (let step = 1; step <= steps; step += 1) {
    const name = await series.change();
    const next = series.files();
    const files = changedFiles(written, next);
    written = next;
    const built = await site.rebuild(files);
    const at = `step ${step}, ${name}`;
    assert.equal(built.code, 0, `${at}: ${built.stderr}`);
    const clean = await built.buildClean();
    assert.equal(clean.code, 0, `${at}: ${clean.stderr}`);
    assertSameFiles(await built.hashes(), await clean.hashes(), at);
    const [beside, cleanBeside] = [built.outDir, clean.outDir].map((dir) => `${dir}-hosting`);
    assert.deepEqual(await hashFiles(beside ?? ''), await hashFiles(cleanBeside ?? ''), at);
    await rm(clean.outDir, { recursive: true, force: true });
  }
});
