import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../hosting/temporary-folder.ts';
import { drawCards } from './draw-cards.ts';

/** A worker that does to each card what its headline says. */
const worker = `process.on('message', ({ key, card }) => {
  if (card.headline === 'crash') process.kill(process.pid, 'SIGSEGV');
  else if (card.headline === 'hang') for (;;);
  else process.send({ key, result: { name: key + '.png', hash: '' } });
});`;

test('a card that crashes or hangs its process costs no other card', async (t) => {
  const folder = await temporaryFolder(t);
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const headlines = Array.from({ length: 40 }, (_, index) =>
    index === 3 ? 'crash' : index === 20 ? 'hang' : 'plain',
  );
  const jobs = headlines.map((headline, index) => ({
    key: `${index}`,
    card: {
      kind: 'article' as const,
      language: 'en',
      direction: 'ltr' as const,
      name: '',
      accent: '#000000',
      headline,
    },
  }));
  const folders = { root: folder, contentDir: folder, cacheDir: folder };
  const reports = await drawCards(jobs, { ...folders, seconds: 1, worker: script });
  assert.equal(reports.length, jobs.length);
  const failures = reports.flatMap(({ key, result }) =>
    'failure' in result ? [[key, result.failure]] : [],
  );
  assert.deepEqual(failures.sort(), [
    ['20', 'no card within 1 s'],
    ['3', 'a crash of the renderer'],
  ]);
});
