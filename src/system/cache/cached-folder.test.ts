import assert from 'node:assert/strict';
import { cp, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { filesFolder, loadStoredFolder, storeFolder } from './cached-folder.ts';

const name = 'code/templates';

/** Stores a folder with the files a.mjs and below/b.mjs. */
async function storeFiles(cacheDir: string): Promise<void> {
  const folder = filesFolder(cacheDir, name);
  await mkdir(join(folder, 'below'), { recursive: true });
  await writeFile(join(folder, 'a.mjs'), 'export const a = 1;\n');
  await writeFile(join(folder, 'below/b.mjs'), 'export const b = 2;\n');
  await storeFolder(cacheDir, name, { styles: 3 });
}

type Damage = (path: string, other: string) => Promise<unknown>;

const damages: Readonly<Record<string, Damage>> = {
  'with a flipped bit': async (path) => {
    const bytes = await readFile(path);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    await writeFile(path, bytes);
  },
  truncated: (path) => truncate(path, 5),
  empty: (path) => truncate(path, 0),
  missing: (path) => rm(path),
  'with the content of another': async (path, other) => writeFile(path, await readFile(other)),
  'as a folder': (path) => rm(path).then(() => mkdir(path)),
};

describe('a stored folder', () => {
  test('is loaded with its note, also from a copy of the cache', async (t) => {
    const folder = await temporaryFolder(t);
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    await storeFiles(first);
    await cp(first, second, { recursive: true });
    for (const cacheDir of [first, second]) {
      const stored = await loadStoredFolder(cacheDir, name);
      assert.deepEqual(stored?.note, { styles: 3 });
      assert.deepEqual(
        stored.files.map(({ file }) => file),
        ['a.mjs', 'below/b.mjs'],
      );
    }
  });

  test('is not loaded before it is complete, or under another name', async (t) => {
    const cacheDir = await temporaryFolder(t);
    await storeFiles(cacheDir);
    await cp(join(cacheDir, name), join(cacheDir, 'code/other'), { recursive: true });
    assert.equal(await loadStoredFolder(cacheDir, 'code/other'), undefined);
    await rm(join(cacheDir, name, 'list.json'));
    assert.equal(await loadStoredFolder(cacheDir, name), undefined);
  });

  for (const [how, damage] of Object.entries(damages))
    for (const file of ['files/a.mjs', 'files/below/b.mjs', 'list.json'])
      test(`is not loaded with ${file} ${how}`, async (t) => {
        const cacheDir = await temporaryFolder(t);
        await storeFiles(cacheDir);
        const other = file === 'files/a.mjs' ? 'files/below/b.mjs' : 'files/a.mjs';
        await damage(join(cacheDir, name, file), join(cacheDir, name, other));
        assert.equal(await loadStoredFolder(cacheDir, name), undefined);
      });
});
