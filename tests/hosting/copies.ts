import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assertSameFiles, type BuiltSite } from '../test-site.ts';

const unpack = { br: brotliDecompressSync, gz: gunzipSync };

/**
 * Compressed files have the content of the file beside them, are smaller, and are reproducible.
 */
export async function testCopies(t: TestContext, site: BuiltSite): Promise<void> {
  const files = await site.list();
  const bytes = (file: string) => readFile(join(site.outDir, file));

  await t.test('every copy is its file, and smaller', async () => {
    const copies = files.filter((file) => /\.(?:br|gz)$/u.test(file));
    assert.ok(copies.length > 40);
    for (const copy of copies) {
      const kind = copy.slice(-2) as 'br' | 'gz';
      const [packed, plain] = [await bytes(copy), await bytes(copy.slice(0, -3))];
      assert.deepEqual(unpack[kind](packed), plain, copy);
      assert.ok(packed.length < plain.length, copy);
    }
    for (const file of [
      'index.html',
      'sw.js',
      'manifest.webmanifest',
      'favicon.svg',
      '404.html',
    ])
      assert.ok(copies.includes(`${file}.br`) && copies.includes(`${file}.gz`), file);
    assert.ok(!copies.some((copy) => /\.(?:png|woff2)\.|^_/u.test(copy)));
  });

  await t.test('the list beside the build has every file', async () => {
    const list = JSON.parse(
      await readFile(join(`${site.outDir}-hosting`, 'files.json'), 'utf8'),
    );
    assert.deepEqual(Object.keys(list.files), files);
    for (const file of files) {
      const all = await bytes(file);
      const sha256 = createHash('sha256').update(all).digest('hex');
      assert.deepEqual(list.files[file], { sha256, size: all.length });
    }
  });

  await t.test('a damaged cache makes the same', async () => {
    const before = await site.hashes();
    const kept = join(site.cacheDir, 'compressed');
    const [first = '', second = ''] = await readdir(kept);
    await writeFile(join(kept, first), 'not a copy at all');
    await writeFile(join(kept, second), '');
    const again = await site.rebuild({});
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), before);
  });
}
