import assert from 'node:assert/strict';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { findPackage } from './find-package.ts';

/** Installs a package, and gives its folder. */
async function install(at: string, name: string): Promise<string> {
  const folder = join(at, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name }));
  return folder;
}

test('finds a package that is nested, hoisted or linked, and no other', async (t) => {
  const top = await realpath(await temporaryFolder(t));
  const own = await install(top, 'own');
  const hoisted = await install(top, '@fonts/one');
  assert.equal(findPackage('@fonts/one', own), hoisted);
  const nested = await install(own, '@fonts/one');
  assert.equal(findPackage('@fonts/one', own), nested);
  const stored = await install(join(top, '.store'), 'linked');
  await symlink(stored, join(top, 'node_modules/linked'), 'junction');
  assert.equal(findPackage('linked', own), stored);
  assert.equal(findPackage('missing', own), undefined);
  await mkdir(join(top, 'node_modules/without-manifest'));
  assert.equal(findPackage('without-manifest', own), undefined);
});
