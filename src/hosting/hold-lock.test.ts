import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { holdLock } from './hold-lock.mjs';
import { processIdentity, startOf } from './process-identity.mjs';

const nobody = { ...processIdentity(), pid: 2 ** 22 + 1, token: 'x' };

describe('a lock', () => {
  test('is held by one, and free again afterwards', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const release = await holdLock(path);
    assert.equal(await holdLock(path, { wait: false }), undefined);
    await release?.();
    assert.equal(existsSync(path), false);
  });

  const left = [
    { of: 'a process that is gone', text: JSON.stringify(nobody) },
    {
      of: 'a process whose number now belongs to another',
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

  test('is taken over when its maker was killed before writing into it', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    await writeFile(path, '');
    const release = await holdLock(path);
    await release?.();
  });

  test('is taken over when the one about to take it over was killed, too', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const text = JSON.stringify(nobody);
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    await writeFile(path, text);
    await writeFile(`${path}.${digest}`, JSON.stringify(nobody));
    const release = await holdLock(path);
    await release?.();
    assert.deepEqual(await readdir(dirname(path)), []);
  });

  test('of another machine is respected while it is touched', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    const text = JSON.stringify({ ...nobody, machine: 'elsewhere' });
    await writeFile(path, text);
    assert.equal(await holdLock(path, { wait: false }), undefined);
    assert.equal(await readFile(path, 'utf8'), text);
  });

  test('is never held by two, however many take over from the dead', async (t) => {
    const path = join(await temporaryFolder(t), 'lock');
    await writeFile(path, JSON.stringify(nobody));
    let holders = 0;
    let most = 0;
    const work = async () => {
      const release = await holdLock(path);
      holders += 1;
      most = Math.max(most, holders);
      await sleep(5);
      holders -= 1;
      await release?.();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    assert.equal(most, 1);
    assert.deepEqual(await readdir(dirname(path)), []);
  });
});

test('a process that ended has no start time, a living one keeps its own', async () => {
  assert.equal(startOf(process.pid), processIdentity().start);
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  assert.equal(startOf(child.pid ?? 0), undefined);
});
