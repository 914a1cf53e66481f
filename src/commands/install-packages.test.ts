import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { installPackages, isInstalled } from './install-packages.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };
const here = { ...a, optional: true, os: [process.platform], cpu: [process.arch] };
const elsewhere = { ...a, optional: true, os: ['aix'], cpu: ['ppc64'] };

const locked = {
  '': { version: '1.0.0' },
  'node_modules/a': a,
  'node_modules/here': here,
  'node_modules/elsewhere': elsewhere,
};
const complete = { 'node_modules/a': a, 'node_modules/here': here };

async function createProject(t: TestContext, present?: object): Promise<string> {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'node_modules'));
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (present !== undefined) await record(root, present);
  return root;
}

/** Writes the record that npm writes at the end of an install. */
function record(root: string, packages: object): Promise<void> {
  return writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

describe('packages count as installed', () => {
  const cases = [
    { what: 'when all packages for this system are', present: complete, isComplete: true },
    { what: 'without a binary of this system', present: { 'node_modules/a': a } },
    {
      what: 'with another version',
      present: { ...complete, 'node_modules/a': { ...a, version: '2.0.0' } },
    },
    { what: 'without the record of npm, as after a kill', present: undefined },
  ];
  for (const { what, present, isComplete = false } of cases)
    test(`${isComplete ? '' : 'not '}${what}`, async (t) => {
      const root = await createProject(t, present);
      assert.equal(isInstalled(root), isComplete);
    });
});

/** An npm that writes down how it was called, and fails with these words once or always. */
const npm = `
import { appendFileSync } from 'node:fs';
const given = process.argv.slice(2);
appendFileSync('calls', given.slice(given.findIndex((one) => !one.startsWith('-'))).join(' ') + '\\n');
const { NPM_FAILS, NPM_FAILS_OFFLINE } = process.env;
const failure = NPM_FAILS || (given.includes('--prefer-offline') && NPM_FAILS_OFFLINE);
if (failure) { console.error(failure); process.exitCode = 1; }
`;

async function createProjectWithNpm(
  t: TestContext,
  failures: Readonly<Record<string, string>> = {},
): Promise<{ root: string; calls: () => Promise<string>; printed: () => string }> {
  const root = await createProject(t);
  await writeFile(join(root, 'npm.mjs'), npm);
  await writeFile(join(root, 'npm.js'), "import('./npm.mjs');");
  const given = {
    npm_execpath: join(root, 'npm.js'),
    npm_node_execpath: process.execPath,
    NPM_FAILS: '',
    NPM_FAILS_OFFLINE: '',
    ...failures,
  };
  const before = Object.keys(given).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, given);
  t.after(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });
  t.mock.method(console, 'error', () => undefined);
  const write = t.mock.method(process.stderr, 'write', () => true);
  return {
    root,
    calls: () => readFile(join(root, 'calls'), 'utf8'),
    printed: () => write.mock.calls.map(({ arguments: [text] }) => text).join(''),
  };
}

test('the first install is exactly what the lockfile lists', async (t) => {
  const { root, calls } = await createProjectWithNpm(t);
  await installPackages(root);
  assert.equal(await calls(), 'ci --prefer-offline\n');
});

test('a failure that a second try repairs is not printed', async (t) => {
  const failures = { NPM_FAILS_OFFLINE: 'npm error code ETARGET' };
  const { root, calls, printed } = await createProjectWithNpm(t, failures);
  await installPackages(root);
  assert.equal(await calls(), 'ci --prefer-offline\nci\n');
  assert.equal(printed(), '');
});

const explained: readonly (readonly [error: string, message: RegExp])[] = [
  ['npm error code ENOTEMPTY\nnpm error syscall rmdir', /^Another program is using/u],
  ['npm error code EBUSY', /^Another program is using/u],
  ['npm error code EACCES', /^This user may not write/u],
  ['npm error code ENOSPC', /^The disk is full/u],
  ['npm error code ENOTFOUND', /registry cannot be reached/u],
  ['npm error code EINTEGRITY', /its messages are above\. Fix that/u],
];

for (const [error, message] of explained)
  test(`"${error.split('\n')[0]}" is printed and explained`, async (t) => {
    const { root, printed } = await createProjectWithNpm(t, { NPM_FAILS: error });
    await assert.rejects(installPackages(root), { message });
    assert.equal(printed(), `${error}\n`);
  });
