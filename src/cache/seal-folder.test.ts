import assert from 'node:assert/strict';
import { cp, mkdir, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../hosting/temporary-folder.ts';
import { removeUnsealed, type SealedFolder, sealFolder } from './seal-folder.ts';

interface Sealed extends Omit<SealedFolder, 'seal'> {
  readonly seal: string;
  /** Absolute paths. */
  readonly paths: { readonly folder: string; readonly seal: string };
}

/** A sealed folder of two files, `a` and `in/b`. */
async function sealed(t: TestContext): Promise<Sealed> {
  const cacheDir = await temporaryFolder(t);
  const folder = join(cacheDir, 'folder');
  await mkdir(join(folder, 'in'), { recursive: true });
  await writeFile(join(folder, 'a'), 'first');
  await writeFile(join(folder, 'in/b'), 'second');
  const one = { cacheDir, folder: 'folder', seal: 'seal' };
  await sealFolder(one);
  return { ...one, paths: { folder, seal: join(cacheDir, 'seal') } };
}

test('what is as it was sealed stays', async (t) => {
  const left = removeUnsealed(await sealed(t));
  assert.equal(left.removed, 0);
  assert.deepEqual([...left.seal.keys()].sort(), ['a', 'in/b']);
});

const damages: readonly (readonly [
  string,
  (folder: string, seal: string) => Promise<void>,
  number,
])[] = [
  ['a file cut short', (folder) => writeFile(join(folder, 'a'), 'firs'), 1],
  ['a file with one other letter', (folder) => writeFile(join(folder, 'a'), 'fjrst'), 1],
  ['a file that nobody sealed', (folder) => writeFile(join(folder, 'c'), 'third'), 1],
  ['a link to a file outside', (folder) => symlink('/etc/hostname', join(folder, 'c')), 1],
  ['a link to nothing', (folder) => symlink('nowhere', join(folder, 'c')), 1],
  ['no seal', (_, seal) => writeFile(seal, ''), 2],
  ['a seal without its checksum', (_, seal) => writeFile(seal, '{}'), 2],
  [
    'a folder for a seal',
    (_, seal) =>
      rm(seal)
        .then(() => mkdir(join(seal, 'in'), { recursive: true }))
        .then(() => {}),
    2,
  ],
];
for (const [name, damage, expected] of damages) {
  test(`what is not goes: ${name}`, async (t) => {
    const one = await sealed(t);
    await damage(one.paths.folder, one.paths.seal);
    assert.equal(removeUnsealed(one).removed, expected);
    assert.equal(
      removeUnsealed(one).seal.size,
      2 - expected + (/nobody|a link/u.test(name) ? 1 : 0),
    );
    await sealFolder(one);
    assert.equal(removeUnsealed(one).removed, 0, 'it can be sealed again');
  });
}

test('damage that leaves size and time as they were is seen', async (t) => {
  const one = await sealed(t);
  const path = join(one.paths.folder, 'a');
  const { atime, mtime } = await stat(path);
  await writeFile(path, 'fjrst');
  await utimes(path, atime, mtime);
  assert.equal(removeUnsealed(one).removed, 1);
});

test('a sealed folder in the place of another does not count', async (t) => {
  const one = await sealed(t);
  await cp(one.paths.folder, join(one.cacheDir, 'other'), { recursive: true });
  await cp(one.paths.seal, join(one.cacheDir, 'other.seal'));
  const other = { cacheDir: one.cacheDir, folder: 'other', seal: 'other.seal' };
  assert.equal(removeUnsealed(other).removed, 2);
});

test('a folder that is not there can be sealed', async (t) => {
  const none = { cacheDir: await temporaryFolder(t), folder: 'none', seal: 'seal' };
  await sealFolder(none);
  assert.equal(removeUnsealed(none).removed, 0);
});
