import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildInto, repairSwap } from './build-into.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testBuild } from './test-build.ts';

describe('after a kill', () => {
  const points = [
    { at: 'before the first rename', has: ['out', 'new', 'mark'], leaves: 'new' },
    { at: 'between the renames', has: ['old', 'new', 'mark'], leaves: 'new' },
    { at: 'after the second rename', has: ['out', 'old', 'mark'], leaves: 'out' },
    { at: 'while the old one is removed', has: ['out', 'old'], leaves: 'out' },
    { at: 'while a failed swap is undone', has: ['old', 'new'], leaves: 'old' },
    { at: 'while the first build ever is put in place', has: ['new', 'mark'], leaves: 'new' },
  ];
  for (const { at, has, leaves } of points) {
    test(`${at}, the next command has a complete folder`, async (t) => {
      const out = join(await temporaryFolder(t), 'dist');
      const beside = join(dirname(out), '.dist-build');
      await mkdir(beside);
      const places = { out, new: join(beside, 'new'), old: join(beside, 'old') };
      for (const [name, path] of Object.entries(places)) {
        if (!has.includes(name)) continue;
        await mkdir(path);
        await testBuild(name)(path);
      }
      if (has.includes('mark')) await writeFile(join(beside, 'complete.json'), '[""]');
      await repairSwap(out);
      assert.equal(await versionOf(out), leaves);
      assert.equal(existsSync(places.old), false);
      assert.equal(existsSync(join(beside, 'complete.json')), false);
    });
  }

  test('at any moment, there is one whole build, and the next goes through', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await buildInto(out, testBuild('0'));
    for (let round = 1; round <= 8; round += 1) {
      await buildUntilKilled(out, 60 + Math.random() * 90);
      await repairSwap(out);
      await assertWhole(out);
      await buildInto(out, testBuild(`${round}`));
      assert.equal(await versionOf(out), `${round}`);
    }
  });
});

const program = fileURLToPath(new URL('test-build.ts', import.meta.url));

async function buildUntilKilled(out: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [program, out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await sleep(afterMs);
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function assertWhole(out: string): Promise<void> {
  const version = await versionOf(out);
  const files = await readdir(join(out, 'part'));
  assert.equal(files.length, 20);
  for (const file of files)
    assert.equal(await readFile(join(out, 'part', file), 'utf8'), version);
}

function versionOf(out: string): Promise<string> {
  return readFile(join(out, 'version.txt'), 'utf8');
}
