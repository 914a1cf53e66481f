import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { isInstalled, isInstalledByHand, stampInstalled } from './installed-packages.mjs';

const LOCKED = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
  'node_modules/here': {
    version: '1.0.0',
    optional: true,
    os: [process.platform],
    cpu: [process.arch],
  },
};

describe('the set-up', () => {
  test('installs where nothing is, and again when the lockfile changes', async (t) => {
    const root = await project(t);
    assert.equal(isInstalled(root, 'all'), false);
    stampInstalled(root, 'all');
    assert.equal(isInstalled(root, 'all'), true);
    await writeFile(join(root, 'package-lock.json'), '{}');
    assert.equal(isInstalled(root, 'all'), false);
  });

  test('brings the packages for tests where only those for builds are', async (t) => {
    const root = await project(t);
    stampInstalled(root, 'build');
    assert.equal(isInstalled(root, 'build'), true);
    assert.equal(isInstalled(root, 'all'), false);
    stampInstalled(root, 'all');
    assert.equal(isInstalled(root, 'build'), true);
  });

  test('does not miss packages for tests where a build is wanted', async (t) => {
    const root = await project(t);
    const test = { version: '1.0.0', integrity: 'sha512-t', dev: true };
    const packages = { ...LOCKED, 'node_modules/test': test };
    await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages }));
    const record = join(root, 'node_modules/.package-lock.json');
    await writeFile(record, JSON.stringify({ packages: LOCKED }));
    assert.equal(isInstalledByHand(root, 'build'), true);
    assert.equal(isInstalledByHand(root, 'all'), false);
  });

  const { 'node_modules/here': here, ...others } = LOCKED;
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  const cases = [
    {
      what: 'all for this system',
      present: { 'node_modules/a': a, 'node_modules/here': here },
      done: true,
    },
    { what: 'no binary of this system', present: others, done: false },
    {
      what: 'another version',
      present: { 'node_modules/a': { ...a, version: '2.0.0' }, 'node_modules/here': here },
      done: false,
    },
    { what: 'no record, as after a kill', present: undefined, done: false },
  ];
  for (const { what, present, done } of cases) {
    test(`${done ? 'trusts' : 'does not trust'} an install by hand that has ${what}`, async (t) => {
      const root = await project(t);
      if (present !== undefined) {
        const record = join(root, 'node_modules/.package-lock.json');
        await writeFile(record, JSON.stringify({ packages: present }));
      }
      assert.equal(isInstalledByHand(root, 'all'), done);
    });
  }

  test('does not trust what was brought from another system', async (t) => {
    const root = await project(t);
    const record = join(root, 'node_modules/.package-lock.json');
    await writeFile(record, JSON.stringify({ packages: LOCKED }));
    assert.equal(isInstalledByHand(root, 'all'), true);
    await writeFile(join(root, 'node_modules/.dateline-stamp'), 'x aix ppc64 all');
    assert.equal(isInstalledByHand(root, 'all'), false);
  });
});

async function project(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: LOCKED }));
  return root;
}
