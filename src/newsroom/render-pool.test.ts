import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type RenderJob, renderFiles } from './render-pool.ts';

/** A worker that hangs on one article, as native code may, and crashes on another. */
const worker = `
let last = Promise.resolve();
process.on('message', (job) => {
  last = last.then(() => {
    if (job.path === 'hangs.md') for (;;);
    if (job.path === 'crashes.md') process.platform === 'win32' ? process.exit(139) : process.kill(process.pid, 'SIGSEGV');
    process.send({ path: job.path, problems: [] });
  });
});
`;

test('renders all other articles where one hangs or crashes the renderer', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pool-'));
  t.after(() => rm(folder, { recursive: true }));
  const script = join(folder, 'worker.mjs');
  await writeFile(script, worker);
  const paths = Array.from({ length: 60 }, (_, index) => `good-${index}.md`);
  paths.splice(20, 0, 'hangs.md');
  paths.splice(40, 0, 'crashes.md');
  const jobs = paths.map(
    (path): RenderJob => ({
      path,
      file: `content/${path}`,
      contentDir: folder,
      cacheDir: folder,
      project: [],
      languages: ['en'],
      nesting: 100,
      version: '',
    }),
  );

  const reports = await renderFiles(jobs, { seconds: 1, worker: script });

  assert.deepEqual(reports.map(({ path }) => path).sort(), [...paths].sort());
  const faults = reports.flatMap(({ problems }) => problems);
  assert.deepEqual(faults.map(({ file, message }) => `${file}: ${message}`).sort(), [
    'content/crashes.md: expected text that can be rendered within 1 s, got a crash of the renderer',
    'content/hangs.md: expected text that can be rendered within 1 s, got no result in that time',
  ]);
});

test('stops after some texts where steps of the publication hang in each', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pool-'));
  t.after(() => rm(folder, { recursive: true }));
  const script = join(folder, 'worker.mjs');
  await writeFile(script, `process.on('message', (job) => { while (!('shared' in job)); });`);
  const jobs = Array.from({ length: 60 }, (_, index): RenderJob => {
    const path = `${index}.md`;
    const folders = { contentDir: folder, cacheDir: folder, project: [] };
    return { path, file: path, ...folders, languages: ['en'], nesting: 100, version: '' };
  });
  const steps = { file: 'theme/markdown.ts', module: '', hash: '' };
  const started = performance.now();
  const reports = await renderFiles(jobs, { seconds: 0.5, worker: script, shared: { steps } });
  assert.ok(performance.now() - started < 20_000);
  assert.equal(new Set(reports.map(({ path }) => path)).size, 60);
  assert.equal(reports.length, 60);
  for (const { problems } of reports)
    assert.match(problems[0]?.cure ?? '', /^correct theme\/markdown\.ts/u);
});

test('a file that was removed before it is read is a problem without a hash', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-pool-'));
  t.after(() => rm(folder, { recursive: true }));
  const job = {
    path: 'gone.md',
    file: 'content/gone.md',
    contentDir: folder,
    cacheDir: folder,
    project: [],
  };
  const [report] = await renderFiles(
    [{ ...job, languages: ['en'], nesting: 100, version: '' }],
    {
      seconds: 60,
    },
  );
  assert.equal(report?.bytes, '');
  assert.match(report?.problems[0]?.message ?? '', /ENOENT/u);
});

test('starts no process without jobs', async () => {
  assert.deepEqual(await renderFiles([], { seconds: 1 }), []);
});
