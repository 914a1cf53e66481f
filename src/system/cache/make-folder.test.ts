import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { explainDiskError } from '../../hosting/hosting-error.ts';
import { makeFolder } from './make-folder.mjs';

test('creates a folder with its parents, or accepts an existing one', async (t) => {
  const folder = join(await temporaryFolder(t), 'a/b/c');
  await makeFolder(folder);
  await makeFolder(folder);
  assert.ok(existsSync(folder));
});

test('rejects a file or a broken link in the way', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'file'), '');
  await symlink('nowhere', join(folder, 'link'));
  for (const path of ['file', 'file/in', 'link', 'link/in'])
    await assert.rejects(makeFolder(join(folder, path)), { code: 'ENOTDIR' }, path);
});

test('reports at once that the system does not create folders', {
  skip: process.platform !== 'linux' && 'there is no /proc',
}, async () => {
  const error = await makeFolder('/proc/x/y').catch((error: unknown) => error);
  const explained = explainDiskError(error, '/proc/x/y') as Error;
  assert.equal(
    explained.message,
    '/proc/x/y: no folder can be created here: set OUT_DIR to a folder on a disk',
  );
  const unnamed = explainDiskError(error, '/proc/x/y', 'none') as Error;
  assert.equal(
    unnamed.message,
    '/proc/x/y: no folder can be created here: name another folder',
  );
});
