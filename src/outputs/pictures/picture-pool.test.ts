import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { preparePictures } from './picture-pool.ts';
import { UnusablePicture } from './prepared-picture.ts';

/** A worker that hangs on one picture and crashes on another. */
const worker = `
process.on('message', ({ path }) => {
  if (/hangs\\.(?:jpg|svg)$/.test(path)) for (;;);
  if (path.endsWith('crashes.jpg')) process.platform === 'win32' ? process.exit(139) : process.kill(process.pid, 'SIGSEGV');
  process.send({ prepared: path });
});
process.on('disconnect', () => process.exit());
`;

test('prepares all other pictures if one hangs or crashes the decoder', async (t) => {
  const folder = await temporaryFolder(t);
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const names = Array.from({ length: 50 }, (_, index) => `good-${index}.jpg`);
  names.splice(10, 0, 'hangs.jpg');
  names.splice(20, 0, 'crashes.jpg');
  const jobs = names.map((name) => ({ path: join(folder, name), cacheDir: folder }));
  for (const { path } of jobs) await writeFile(path, 'x');
  const made = await preparePictures(jobs, { timeoutSeconds: 1, worker: script });
  const faults = new Map([
    [10, /not decoded within 1 s/u],
    [20, /crashed/u],
  ]);
  for (const [index, outcome] of made.entries()) {
    const fault = faults.get(index);
    if (fault) assert.ok(outcome instanceof UnusablePicture && fault.test(outcome.got));
    else assert.equal(outcome, jobs[index]?.path);
  }
});

test('a drawing has a shorter timeout with any file name', async (t) => {
  const folder = await temporaryFolder(t);
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const jobs = ['hangs.svg', 'hangs.jpg', 'good.png'].map((name) => ({
    path: join(folder, name),
    cacheDir: folder,
  }));
  for (const { path } of jobs) await writeFile(path, '<!-- a --><svg width="5" height="5"/>');
  const made = await preparePictures(jobs, { vectorTimeoutSeconds: 1, worker: script });
  assert.deepEqual(
    made.map((one) => (one instanceof UnusablePicture ? one.got : one)),
    [...Array(2).fill('a file that is not decoded within 1 s'), jobs[2]?.path],
  );
});

test('returns pictures in the order of the jobs, and from the cache the second time', async (t) => {
  const folder = await temporaryFolder(t);
  const widths = [40, 20, 0, 30];
  const jobs = widths.map((width) => ({
    path: join(folder, `${width}.png`),
    cacheDir: folder,
  }));
  for (const [index, width] of widths.entries())
    await writeFile(jobs[index]?.path ?? '', width === 0 ? '' : await drawPicture(width));
  const seen = (made: Awaited<ReturnType<typeof preparePictures>>) =>
    made.map((one) => (one instanceof UnusablePicture ? one.got : one.picture.width));
  assert.deepEqual(seen(await preparePictures(jobs)), [40, 20, 'an empty file', 30]);
  const worker = join(folder, 'missing.ts');
  const good = jobs.filter((_, index) => widths[index] !== 0);
  assert.deepEqual(seen(await preparePictures(good, { worker })), [40, 20, 30]);
  await assert.rejects(preparePictures(jobs, { worker }), { code: 'LOST_FROM_CACHE' });
});

test('throws an error that the picture did not cause', async (t) => {
  const folder = await temporaryFolder(t);
  const path = join(folder, 'a.png');
  await writeFile(path, await drawPicture(9));
  // A file in place of the cache folder.
  await writeFile(join(folder, 'cache'), '');
  const job = { path, cacheDir: join(folder, 'cache') };
  await assert.rejects(preparePictures([job]), /a\.png: ENOTDIR/u);
});

function drawPicture(width: number): Promise<Buffer> {
  const create = { width, height: 10, channels: 3, background: '#357' } as const;
  return sharp({ create }).png().toBuffer();
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pictures-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}
