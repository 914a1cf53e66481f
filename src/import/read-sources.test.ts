import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parsePublication } from '../content/settings/publication-settings.ts';
import { readSources } from './read-sources.ts';

const { publication } = parsePublication('', 'publication.yaml', 'Cases');
assert.ok(publication);
const options = { pictures: false, timeZone: 'UTC' };

/** A worker that hangs, exhausts its memory or crashes, depending on the source's name. */
const worker = `
import { setTimeout as wait } from 'node:timers/promises';
let goOn;
process.on('disconnect', () => process.exit());
process.on('message', async (job) => {
  if (job === 'go') return goOn?.();
  const { source } = job.item;
  const send = (report) => process.send(report);
  if (source === 'hangs') for (;;);
  if (source === 'grows') for (const all = []; ; ) all.push(new Array(100_000).fill(Math.random()));
  if (source === 'crashes') process.platform === 'win32' ? process.exit(139) : process.kill(process.pid, 'SIGSEGV');
  if (source === 'slow') for (let i = 0; i < 6; i++) { await wait(300); send({ kind: 'progress' }); }
  if (source === 'waits') await wait(2000);
  if (source === 'long') for (let i = 1; i <= 1000; i++) {
    const isFull = i % 16 === 0;
    const room = isFull && new Promise((resolve) => { goOn = resolve; });
    send({ kind: 'article', draft: { source: source + i }, isFull });
    if (room) await room;
  }
  send({ kind: 'refused', refusal: { source, reason: 'read' } });
  send({ kind: 'done' });
});
`;

test('refuses a source that hangs, grows or crashes, and reads all others in order', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-sources-'));
  t.after(() => rm(folder, { recursive: true }));
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const names = Array.from({ length: 100 }, (_, index) => `good-${index}`);
  // Only Linux reports that a process waits for a processor.
  if (process.platform === 'linux') names.splice(0, 0, 'waits');
  names.splice(1, 0, 'slow', 'hangs', 'long', 'crashes', 'grows');
  const items = names.map((source) => ({ source, isAddress: source === 'good-50', root: '.' }));
  const reported: string[] = [];
  let articles = 0;

  const readings = readSources(items, {
    ...{ options, site: { publication }, seconds: 1, memory: 60, worker: script },
    fetchSource: async () => {
      throw new Error('not fetched');
    },
  });
  for await (const { results } of readings)
    for await (const result of results)
      if (result.kind === 'refused')
        reported.push(`${result.refusal.source}: ${result.refusal.reason}`);
      else assert.equal(result.draft.source, `long${++articles}`);

  const ends: Readonly<Record<string, string>> = {
    hangs:
      'reading it took more than 1 s; split it or simplify its markup, and import it again',
    grows:
      'reading it needs more than 60 MB of memory; split it or simplify its markup, and import it again',
    crashes: 'its reader crashed; split it or simplify its markup, and import it again',
    'good-50': 'not fetched',
  };
  assert.deepEqual(
    reported,
    names.map((name) => `${name}: ${ends[name] ?? 'read'}`),
  );
  assert.equal(articles, 1000);
});

test('leaves no child process behind when an import ends early', async () => {
  const items = ['a', 'b'].map((source) => ({ source, isAddress: false, root: '.' }));
  const readings = readSources(items, {
    ...{ options, site: { publication } },
    fetchSource: async () => ({ source: '', bytes: new Uint8Array() }),
  });
  for await (const { results } of readings) {
    for await (const result of results) assert.equal(result.kind, 'refused');
    break;
  }
  // The test process does not end while a child is connected.
});
