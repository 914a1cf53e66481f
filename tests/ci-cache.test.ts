import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';
import { assertSameFiles, change, hashFiles, projectRoot } from './test-site.ts';

/** Some hosts keep this folder from one build to the next, and no other. */
const kept = 'node_modules/.astro';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** A new checkout of the project with its packages, as a CI has it. */
async function checkOut(t: TestContext): Promise<string> {
  const root = await temporaryFolder(t);
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(projectRoot, name), join(root, name), { recursive: true });
  await cp(join(projectRoot, 'astro.config.mjs'), join(root, 'astro.config.mjs'));
  await change(join(root, 'content'), {
    'publication.yaml': 'name: Test\nurl: https://news.example\n',
    'bridge.md': '---\ntitle: A bridge\ndate: 2026-01-06\n---\n\nIt opens.\n',
    'ferry.md': '---\ntitle: A ferry\ndate: 2026-01-07\n---\n\nIt sails.\n',
  });
  await mkdir(join(root, 'node_modules'));
  for (const name of await readdir(join(projectRoot, 'node_modules')))
    if (!name.startsWith('.astro') && !name.startsWith('.vite'))
      await symlink(
        join(projectRoot, 'node_modules', name),
        join(root, 'node_modules', name),
        'junction',
      );
  return root;
}

test('a host that keeps only node_modules/.astro has the cache there, and the next build is the same', async (t) => {
  const build = (root: string) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/commands/build.ts', '--verbose'],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, CACHE_DIR: `${kept}/dateline`, NOW: '2026-06-01T12:00:00Z' },
      },
    );
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const root = await checkOut(t);
  assert.match(build(root), /^Articles: 2 read/mu);
  const whole = await hashFiles(join(root, 'dist'));

  // A checkout has new times and no output; it is at the same path.
  const next = await checkOut(t);
  await rename(join(root, kept), join(next, kept));
  await rm(root, { recursive: true });
  await rename(next, root);
  const again = build(root);
  assert.match(again, /^Articles: 0 read, 2 kept/mu);
  assert.match(again, /^Parts of the search index: 0 made, 1 kept/mu);
  assertSameFiles(await hashFiles(join(root, 'dist')), whole);
  // `temporaryFolder` removes it.
  await mkdir(next);
});

test('npm install leaves node_modules/.astro, and npm ci removes it: docs/guides/scale.md says so', async (t) => {
  const root = await temporaryFolder(t);
  await mkdir(join(root, 'package'));
  await writeFile(join(root, 'package/package.json'), '{"name":"package","version":"1.0.0"}');
  const dependencies = { package: 'file:./package' };
  await writeFile(
    join(root, 'package.json'),
    JSON.stringify({ name: 'x', version: '1.0.0', dependencies }),
  );
  const run = (command: string) => {
    const args = [command, '--offline', '--no-audit', '--no-fund'];
    const { status, stderr } = spawnSync(npm, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  };
  run('install');
  await mkdir(join(root, kept), { recursive: true });
  run('install');
  assert.equal(existsSync(join(root, kept)), true);
  run('ci');
  assert.equal(existsSync(join(root, kept)), false);
});
