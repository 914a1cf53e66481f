import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  assertSameFiles,
  type BuiltSite,
  buildSite,
  type Files,
  listFiles,
} from './test-site.ts';

/** Articles of a town; the file names are the same for every town. */
function publication(town: string, count: number): Files {
  const articles = Array.from({ length: count }, (_, index) => {
    const day = String(index + 1).padStart(2, '0');
    const fields = [`title: ${town} ${index}`, `date: 2026-01-${day}`, `section: ${town} news`];
    const next = `[the next](story-${(index + 1) % count}.md)`;
    return [
      `story-${index}.md`,
      `---\n${fields.join('\n')}\n---\n\n## In ${town}\n\nIt happened in ${town}, says ${next}.\n`,
    ];
  });
  return { 'publication.yaml': `name: ${town} Post\n`, ...Object.fromEntries(articles) };
}

test('builds of two publications with the same cache do not affect each other', async (t) => {
  const [north, south] = [
    await buildSite(t, publication('Northport', 5)),
    await buildSite(t, publication('Southby', 9)),
  ];
  assert.match(
    north.stdout,
    /^Built .+: 5 articles, \d+ pages, \d+ files, \d+\.\d MB, \d+\.\d s$/mu,
  );
  const clean = [await north.hashes(), await south.hashes()];
  const check = async (sites: readonly BuiltSite[]) => {
    for (const [index, site] of sites.entries()) {
      assert.equal(site.code, 0, site.stderr);
      assertSameFiles(await site.hashes(), clean[index] ?? {});
    }
  };
  const { cacheDir } = north;
  const shared = { CACHE_DIR: cacheDir };
  const removeOutputs = async () => {
    for (const { outDir } of [north, south]) await rm(outDir, { recursive: true });
  };

  await t.test('one after the other', async () => {
    await removeOutputs();
    const later = await south.rebuild({}, shared);
    await check([await north.rebuild({}, shared), later]);
  });

  await t.test('at the same time', async () => {
    await removeOutputs();
    await check(await Promise.all([north.rebuild({}, shared), south.rebuild({}, shared)]));
  });

  await t.test('if the cache is too small for both', async () => {
    const small = { ...shared, CACHE_LIMIT: '100kB' };
    for (const [index, site, count] of [
      [0, north, 5],
      [1, south, 9],
    ] as const) {
      const built = await site.rebuild({}, small);
      assert.match(
        built.stdout,
        /^\S+: \d+\.\d MB, more than CACHE_LIMIT \(0\.1 MB\), and this build uses all of it$/mu,
      );
      assertSameFiles(await built.hashes(), clean[index] ?? {});
      const texts = (await listFiles(cacheDir)).filter((path) => path.startsWith('rendered/'));
      assert.equal(texts.length, count, 'expected no texts of the other publication');
    }
    await check([await north.rebuild({}, shared), await south.rebuild({}, shared)]);
  });

  await t.test('with their records in separate folders', async () => {
    const stores = (await listFiles(cacheDir)).filter((path) =>
      path.includes('/content-files/'),
    );
    const byPublication = Map.groupBy(stores, (path) => path.split('/content-files/')[0]);
    const texts = await Promise.all(
      [...byPublication.values()].map(async (paths) => {
        const parts = paths.map((path) => readFile(join(cacheDir, path), 'utf8'));
        return (await Promise.all(parts)).join();
      }),
    );
    for (const town of ['Northport', 'Southby'])
      assert.equal(texts.filter((text) => text.includes(town)).length, 1, town);
  });
});
