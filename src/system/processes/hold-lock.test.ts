import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { holdLock } from './hold-lock.mjs';
import { processIdentity, startTimeOf } from './process-identity.mjs';

const ended = { ...processIdentity(), pid: 2 ** 22 + 1, token: 'x' };

describe('a lock', () => {
  test('is held by one process, and free after its release', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const release = await holdLock(path);
    assert.equal(await holdLock(path, { wait: false }), undefined);
    await release?.();
    assert.equal(existsSync(path), false);
  });

  const left = [
    { of: 'a process that has ended', text: JSON.stringify(ended) },
    {
      of: 'a process whose number belongs to another one now',
      text: JSON.stringify({ ...processIdentity(), start: 'earlier', token: 'x' }),
    },
  ];
  for (const { of, text } of left) {
    test(`is taken over from ${of}`, async (t) => {
      const path = join(await temporaryFolder(t), 'lock');
      await writeFile(path, text);
      const release = await holdLock(path, { wait: false });
      assert.notEqual(release, undefined);
      await release?.();
    });
  }

  test('is taken over from a process that was killed before it wrote the file', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    await writeFile(path, '');
    const release = await holdLock(path);
    await release?.();
  });

  test('is taken over if a process was killed while taking it over', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const text = JSON.stringify(ended);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    await writeFile(path, text);
    await writeFile(`${path}.${digest}`, JSON.stringify(ended));
    const release = await holdLock(path);
    await release?.();
    assert.deepEqual(await readdir(dirname(path)), []);
  });

  test('of another machine is respected while its file is touched', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const text = JSON.stringify({ ...ended, machine: 'elsewhere' });
    await writeFile(path, text);
    assert.equal(await holdLock(path, { wait: false }), undefined);
    assert.equal(await readFile(path, 'utf8'), text);
  });

  test('is held by one process at a time when many take it over', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    await writeFile(path, JSON.stringify(ended));
    let holders = 0;
    let max = 0;
    const work = async () => {
      const release = await holdLock(path);
      holders += 1;
      max = Math.max(max, holders);
      await sleep(5);
      holders -= 1;
      await release?.();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    assert.equal(max, 1);
    assert.deepEqual(await readdir(dirname(path)), []);
  });
});

test('a running process has a start time, an ended one has none', async () => {
  assert.equal(startTimeOf(process.pid), processIdentity().start);
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  assert.equal(startTimeOf(child.pid ?? 0), undefined);
});
