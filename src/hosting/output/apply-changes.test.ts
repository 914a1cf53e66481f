import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { testBuild } from '../../../tests/test-build.ts';
import { listFiles } from '../../system/cache/list-files.ts';
import { formatJournal, type Journal } from './apply-changes.ts';
import { buildInto, repairOutput } from './build-into.ts';

describe('after a kill', () => {
  const change = {
    existed: true,
    put: ['part/0.txt', 'version.txt', 'x/new.txt'],
    remove: ['old.txt'],
  };
  const none = { existed: false, put: [], remove: [] };
  const text = { new: 'new', old: 'old' };
  /** Where each file is: `out`, `new` (staged) or `old` (moved aside). */
  const points = [
    {
      at: 'before the first rename',
      out: ['part/0.txt', 'version.txt', 'old.txt'],
      new: change.put,
      old: [],
    },
    {
      at: 'after a removal',
      out: ['part/0.txt', 'version.txt'],
      new: change.put,
      old: ['old.txt'],
    },
    {
      at: 'while a file is replaced',
      out: ['version.txt'],
      new: change.put,
      old: ['part/0.txt', 'old.txt'],
    },
    {
      at: 'with one file done',
      out: ['part/0.txt', 'version.txt'],
      done: ['part/0.txt'],
      new: ['version.txt', 'x/new.txt'],
      old: ['part/0.txt', 'old.txt'],
    },
    {
      at: 'with all done',
      out: change.put,
      done: change.put,
      new: [],
      old: ['part/0.txt', 'version.txt', 'old.txt'],
    },
  ];
  const forms = {
    '': (journal: Journal) => [...formatJournal(journal)].join(''),
    ' of an earlier version': JSON.stringify,
  };
  const cases = (['journal', 'undo'] as const).flatMap((mark) =>
    Object.entries(forms).map(([of, format]) => ({ mark, of, format })),
  );
  for (const { mark, of, format } of cases)
    for (const { at, ...point } of points)
      test(`${at}, the next command completes the ${mark}${of}`, async (t) => {
        const out = join(await temporaryFolder(t), 'dist');
        const staging = join(dirname(out), '.dist-build');
        const done: readonly string[] = point.done ?? [];
        const write = async (folder: string, files: readonly string[], version: string) => {
          for (const file of files) {
            await mkdir(dirname(join(folder, file)), { recursive: true });
            const isNew = folder === out && done.includes(file);
            await writeFile(join(folder, file), isNew ? text.new : version);
          }
        };
        await write(out, [...point.out, 'kept.txt'], text.old);
        await write(join(staging, 'new'), point.new, text.new);
        await write(join(staging, 'old'), point.old, text.old);
        const journal = { '': change, '-hosting': none };
        await writeFile(join(staging, `${mark}.json`), format(journal));
        await repairOutput(out);
        const after =
          mark === 'journal'
            ? [...change.put, 'kept.txt']
            : ['part/0.txt', 'version.txt', 'old.txt', 'kept.txt'];
        assert.deepEqual(listFiles(out), after.sort());
        for (const file of after.filter((file) => file !== 'kept.txt'))
          assert.equal(
            await readFile(join(out, file), 'utf8'),
            mark === 'journal' ? text.new : text.old,
          );
        assert.deepEqual(await readdir(staging), mark === 'journal' ? ['made'] : []);
      });

  test('a file that is replaced exists at every moment', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await buildInto(out, testBuild('0'));
    const child = spawn(process.execPath, [program, out], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const versions = new Set<string>();
    // Each read takes microseconds, so a file that is missing for a moment is noticed.
    const end = performance.now() + 60_000;
    while (versions.size < 30 && performance.now() < end)
      versions.add(readFileSync(join(out, 'version.txt'), 'utf8'));
    child.kill('SIGKILL');
    await ended;
    assert.equal(versions.size, 30);
  });

  test('at any moment, the output is one whole build, and the next build succeeds', async (t) => {
    const out = join(await temporaryFolder(t), 'dist');
    await buildInto(out, testBuild('0'));
    for (let round = 1; round <= 8; round += 1) {
      await buildUntilKilled(out, 60 + Math.random() * 90);
      await repairOutput(out);
      await assertWhole(out);
      await buildInto(out, testBuild(`${round}`));
      assert.equal(await versionOf(out), `${round}`);
    }
  });
});

const program = fileURLToPath(new URL('../../../tests/test-build.ts', import.meta.url));

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

test('a journal is never one string, which might be longer than the longest', () => {
  const put = Array.from({ length: 1000 }, (_, n) => `2026/01/06/a-"story"-${n}/index.html`);
  const changes = { existed: true, put, remove: put };
  const lines = [...formatJournal({ '': changes, '-hosting': changes })];
  assert.equal(lines.length, 4002);
  assert.ok(lines.every((line) => line.length < 100));
});
