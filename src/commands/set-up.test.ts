import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../tests/temporary-folder.ts';

const script = fileURLToPath(new URL('set-up.mjs', import.meta.url));

for (const name of ['a#b', 'why?', 'stars*', 'back\\slash'])
  test(`refuses a project folder named ${name} in a sentence`, {
    skip: process.platform === 'win32' && 'Windows has no such names',
  }, async (t) => {
    const folder = join(await temporaryFolder(t), name, 'project');
    await mkdir(folder, { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [script], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^Dateline cannot run in .*: the path of its folder contains ".".*\n$/u,
    );
  });

for (const name of ['한글 %20', 'a[x] {y}', `it's "a"`, 'a&b;(c)$d'])
  test(`sets up a project in a folder named ${name}`, {
    skip: process.platform === 'win32' && 'Windows has no such names',
  }, async (t) => {
    const folder = join(await temporaryFolder(t), name);
    await mkdir(folder);
    const { status, stderr } = spawnSync(process.execPath, [script], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.deepEqual([stderr, status], ['', 0]);
  });
