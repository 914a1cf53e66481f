import assert from 'node:assert/strict';
import { mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { scanFolder } from './scan-folder.ts';

for (const aside of [false, true])
  test(`a scan${aside ? ' in a worker thread' : ''} finds files, links and names that are not UTF-8`, async (t) => {
    const folder = await temporaryFolder(t);
    const missing = await scanFolder(join(folder, 'missing'), { aside });
    assert.equal(missing.count, 0);
    await mkdir(join(folder, 'a/b'), { recursive: true });
    for (const name of ['a/b/다리.html', 'z.html']) await writeFile(join(folder, name), name);
    await symlink('/nowhere', join(folder, 'link'));
    const odd = Buffer.concat([Buffer.from(`${folder}/a/`), Buffer.from([0x62, 0xff])]);
    // Some systems refuse a name that is not UTF-8.
    const isOdd = await writeFile(odd, '').then(
      () => true,
      () => false,
    );
    const { count, lookAt } = await scanFolder(folder, { aside });
    assert.equal(count, isOdd ? 4 : 3);
    for (const name of ['a/b/다리.html', 'z.html']) {
      const { size, mtimeMs, ino } = await stat(join(folder, name));
      assert.deepEqual(lookAt(name), { size, mtimeMs, ino });
    }
    assert.equal(lookAt('link'), undefined);
    assert.equal(lookAt('a'), undefined);
  });
