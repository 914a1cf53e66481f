import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { installPackages } from './install-packages.mjs';
import { stampInstalled } from './installed-packages.mjs';

/** An npm that writes down how it was called, and fails with these words where it gets some. */
const npm = `
import { appendFileSync } from 'node:fs';
appendFileSync('calls', process.argv.slice(2, 5).join(' ') + '\\n');
const { NPM_FAILS } = process.env;
if (NPM_FAILS) { console.error(NPM_FAILS); process.exitCode = 1; }
`;

async function projectWith(t: TestContext, failure = ''): Promise<string> {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'package-lock.json'), '{"packages":{"node_modules/a":{}}}');
  await writeFile(join(root, 'npm.mjs'), npm);
  await writeFile(join(root, 'npm.js'), "import('./npm.mjs');");
  const given = {
    npm_execpath: join(root, 'npm.js'),
    npm_node_execpath: process.execPath,
    NPM_FAILS: failure,
  };
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, given);
  t.after(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });
  t.mock.method(console, 'error', () => undefined);
  return root;
}

const calls = (root: string) => readFile(join(root, 'calls'), 'utf8');

test('the first install is exactly what the lockfile names', async (t) => {
  const root = await projectWith(t);
  await installPackages(root, 'build');
  assert.equal(await calls(root), 'ci --omit=dev --prefer-offline\n');
});

test('development packages are added to those for builds, and none is removed', async (t) => {
  const root = await projectWith(t);
  stampInstalled(root, 'build');
  await installPackages(root, 'all');
  assert.equal(await calls(root), 'install --no-save --include=dev\n');
});

const failures: readonly (readonly [said: string, told: RegExp])[] = [
  ['npm error code ENOTEMPTY\nnpm error syscall rmdir', /^Another program is using/u],
  ['npm error code EBUSY', /^Another program is using/u],
  ['npm error code EACCES', /^This user may not write/u],
  ['npm error code ENOSPC', /^The disk is full/u],
  ['npm error code ENOTFOUND', /registry cannot be reached/u],
  ['npm error code EINTEGRITY', /its messages are above\. Fix that/u],
];

for (const [said, told] of failures)
  test(`"${said.split('\n')[0]}" is explained`, async (t) => {
    const root = await projectWith(t, said);
    await assert.rejects(installPackages(root, 'build'), { message: told });
  });
