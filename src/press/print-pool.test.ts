import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../tests/temporary-folder.ts';
import { type PrintJob, printAll } from './print-pool.ts';
import type { PrintOptions } from './print-sheet.ts';
import type { Recipe } from './sheet.ts';

/** A worker that crashes as often as the headline of each card says. */
const worker = `process.on('message', ({ shared, jobs }) => {
  if (shared) return;
  const reports = jobs.map(({ file, recipe }) => {
    const { times = 0, failure } = recipe.lost ?? {};
    if (Number(recipe.card?.headline) > times) process.kill(process.pid, 'SIGSEGV');
    return { file, files: [{ file, size: times, failure }] };
  });
  process.send({ reports });
});`;

const others = 450;

for (const count of [others, 0])
  test(`a card that ends its process is printed as a simpler one, among ${count} other files`, async (t) => {
    const folder = await temporaryFolder(t);
    const script = join(folder, 'worker.mjs');
    await writeFile(script, worker);
    const cards = Array.from({ length: 40 }, (_, index) =>
      cardJob(index, { 3: 1, 20: 2 }[index]),
    );
    const jobs = [...Array.from({ length: count }, (_, index) => bytesJob(index)), ...cards];
    const printed = new Map<string, unknown>();
    await printAll(
      async () => jobs.shift(),
      {} as PrintOptions,
      (file, { files: [facts] }) => printed.set(file, facts?.size),
      script,
    );
    assert.equal(printed.size, count + 40);
    const simpler = [...printed].filter(([, times]) => times !== 0).sort();
    assert.deepEqual(simpler, [
      ['assets/20.png', 2],
      ['assets/3.png', 1],
    ]);
  });

test('a card that always ends its process ends the build', async (t) => {
  const script = join(await temporaryFolder(t), 'worker.mjs');
  await writeFile(script, worker);
  const jobs = [cardJob(0, 9)];
  await assert.rejects(
    printAll(
      async () => jobs.shift(),
      {} as PrintOptions,
      () => undefined,
      script,
    ),
    /one of assets\/0\.png: the process that printed it crashed/u,
  );
});

function cardJob(index: number, crashes = 0): PrintJob {
  const card = {
    kind: 'article',
    language: 'en',
    direction: 'ltr',
    name: '',
    accent: '',
  } as const;
  const name = `${index}.png`;
  const recipe: Recipe = {
    ...{ form: 'card', name, version: '', places: [] },
    card: { ...card, headline: `${crashes}` },
  };
  return { file: `assets/${name}`, recipe };
}

function bytesJob(index: number): PrintJob {
  return { file: `${index}.txt`, recipe: { form: 'bytes', bytes: '' } };
}
