import assert from 'node:assert/strict';
import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { removeUnsealed, sealFolder } from './seal-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A sealed folder of two files, `a` and `in/b`. */
async function sealed(t: TestContext): Promise<{ folder: string; seal: string }> {
  const base = await temporaryFolder(t);
  const folder = join(base, 'folder');
  await mkdir(join(folder, 'in'), { recursive: true });
  await writeFile(join(folder, 'a'), 'first');
  await writeFile(join(folder, 'in/b'), 'second');
  sealFolder(folder, join(base, 'seal'));
  return { folder, seal: join(base, 'seal') };
}

test('what is as it was sealed stays', async (t) => {
  const { folder, seal } = await sealed(t);
  const left = removeUnsealed(folder, seal);
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
  ['no seal', (_, seal) => writeFile(seal, ''), 2],
  ['a seal of half a text', (_, seal) => writeFile(seal, '{"a":[5,'), 2],
  ['a seal of another form', (_, seal) => writeFile(seal, '{"a":"x","in/b":null}'), 2],
  ['a seal that is a list', (_, seal) => writeFile(seal, '[1,2]'), 2],
];
for (const [name, damage, expected] of damages) {
  test(`what is not goes: ${name}`, async (t) => {
    const { folder, seal } = await sealed(t);
    await damage(folder, seal);
    assert.equal(removeUnsealed(folder, seal).removed, expected);
    assert.equal(
      removeUnsealed(folder, seal).seal.size,
      2 - expected + (name.includes('nobody') ? 1 : 0),
    );
  });
}

test('damage that leaves size and time as they were is seen', async (t) => {
  const { folder, seal } = await sealed(t);
  const { atime, mtime } = await stat(join(folder, 'a'));
  await writeFile(join(folder, 'a'), 'fjrst');
  await utimes(join(folder, 'a'), atime, mtime);
  assert.equal(removeUnsealed(folder, seal).removed, 1);
});

test('a folder that is not there can be sealed', async (t) => {
  const base = await temporaryFolder(t);
  sealFolder(join(base, 'none'), join(base, 'seal'));
  assert.equal(await readFile(join(base, 'seal'), 'utf8'), '{}');
  assert.equal(removeUnsealed(join(base, 'none'), join(base, 'seal')).removed, 0);
});
