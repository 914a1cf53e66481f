import assert from 'node:assert/strict';
import { mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { findPackage, versionsBelow } from './find-package.ts';

/** Installs a package, and gives its folder. */
async function install(at: string, name: string, facts: object = {}): Promise<string> {
  const folder = join(at, 'node_modules', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, ...facts }));
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
  assert.equal(findPackage('linked', own), join(top, 'node_modules/linked'));
  assert.equal(findPackage('missing', own), undefined);
  await mkdir(join(top, 'node_modules/without-manifest'));
  assert.equal(findPackage('without-manifest', own), undefined);
});

test('lists what a linked package brings from beside its real folder', async (t) => {
  const top = await realpath(await temporaryFolder(t));
  const own = await install(top, 'own', { dependencies: { linked: '1' } });
  const facts = { version: '1.0.0', dependencies: { a: '1' } };
  const stored = await install(join(top, '.store'), 'linked', facts);
  await install(join(top, '.store'), 'a', { version: '1.1.0' });
  await symlink(stored, join(top, 'node_modules/linked'), 'junction');
  assert.deepEqual(versionsBelow(own), ['linked 1.0.0', 'a 1.1.0']);
});

test('lists the versions of what a package brings, also what others bring and optional packages', async (t) => {
  const top = await realpath(await temporaryFolder(t));
  const own = await install(top, 'own', {
    dependencies: { a: '1' },
    peerDependencies: { missing: '1', font: '1' },
  });
  const a = await install(top, 'a', { version: '1.0.0', dependencies: { b: '2', own: '1' } });
  await install(top, 'b', { version: '1.0.0' });
  await install(a, 'b', { version: '2.0.0', optionalDependencies: { 'b-linux': '2' } });
  await install(top, 'b-linux', { version: '2.1.0', dependencies: { a: '1' } });
  await install(top, 'unrelated', { version: '9.0.0' });
  const before = ['a 1.0.0', 'b 2.0.0', 'b-linux 2.1.0', 'own undefined'];
  assert.deepEqual(versionsBelow(own), before);
  await install(top, 'font', { version: '5.0.0' });
  assert.deepEqual(versionsBelow(own), [...before, 'font 5.0.0']);
});
