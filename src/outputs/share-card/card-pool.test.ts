import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { type CardJob, drawCards } from './card-pool.ts';

/** A worker that behaves as the headline of each card says. */
const worker = `process.on('message', ({ key, card }) => {
  if (card.headline === 'crash') process.platform === 'win32' ? process.exit(139) : process.kill(process.pid, 'SIGSEGV');
  else if (card.headline === 'hang') for (;;);
  else if (card.headline === 'full')
    process.send({ thrown: { message: 'no room', code: 'ENOSPC', path: '/c/x' } });
  else process.send({ key, result: { name: key + '.png', hash: '' } });
});`;

test('draws all other cards if one crashes or hangs its process', async (t) => {
  const folder = await temporaryFolder(t);
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const headlines = Array.from({ length: 40 }, (_, index) =>
    index === 3 ? 'crash' : index === 20 ? 'hang' : 'plain',
  );
  const jobs = headlines.map(toJob);
  const folders = { contentDir: folder, cacheDir: folder };
  const reports = await drawCards(jobs, { ...folders, timeoutSeconds: 1, worker: script });
  assert.equal(reports.length, jobs.length);
  const failures = reports.flatMap(({ key, result }) =>
    'failure' in result ? [[key, result.failure]] : [],
  );
  assert.deepEqual(failures.sort(), [
    ['20', 'no card within 1 s'],
    ['3', 'a crash of the renderer'],
  ]);
});

test('throws a single error if the disk is full', async (t) => {
  const folder = await temporaryFolder(t);
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const jobs = Array.from({ length: 30 }, (_, index) => toJob('full', index));
  const folders = { contentDir: folder, cacheDir: folder };
  await assert.rejects(drawCards(jobs, { ...folders, timeoutSeconds: 5, worker: script }), {
    message: 'no room',
    code: 'ENOSPC',
    path: '/c/x',
  });
});

function toJob(headline: string, index: number): CardJob {
  const card = { kind: 'article', language: 'en', direction: 'ltr', name: '' } as const;
  return { key: `${index}`, card: { ...card, accent: '#000000', headline } };
}
