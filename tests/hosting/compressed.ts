import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assertSameFiles, type BuiltSite } from '../test-site.ts';

const unpack = { br: brotliDecompressSync, gz: gunzipSync };

/** Compressed files have the content of their original, are smaller, and are reproducible. */
export async function testCompressed(t: TestContext, site: BuiltSite): Promise<void> {
  const files = await site.list();
  const bytes = (file: string) => readFile(join(site.outDir, file));

  await t.test('each has the content of its original, and is smaller', async () => {
    const compressed = files.filter((file) => /\.(?:br|gz)$/u.test(file));
    assert.ok(compressed.length > 40);
    for (const file of compressed) {
      const kind = file.slice(-2) as 'br' | 'gz';
      const [packed, plain] = [await bytes(file), await bytes(file.slice(0, -3))];
      assert.deepEqual(unpack[kind](packed), plain, file);
      assert.ok(packed.length < plain.length, file);
    }
    for (const file of [
      'index.html',
      'sw.js',
      'manifest.webmanifest',
      'favicon.svg',
      '404.html',
    ])
      assert.ok(compressed.includes(`${file}.br`) && compressed.includes(`${file}.gz`), file);
    assert.ok(!compressed.some((file) => /\.(?:png|woff2)\.|^_/u.test(file)));
  });

  await t.test('files.json lists every file', async () => {
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

  await t.test('a damaged cache does not change the output', async () => {
    const before = await site.hashes();
    const folder = join(site.cacheDir, 'compressed');
    const [first = '', second = ''] = await readdir(folder);
    await writeFile(join(folder, first), 'not compressed');
    await writeFile(join(folder, second), '');
    const again = await site.rebuild({});
    assert.equal(again.code, 0, again.stderr);
    assertSameFiles(await again.hashes(), before);
  });
}
