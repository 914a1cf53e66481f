import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type JobOptions, runJobs } from './run-jobs.ts';

/** A child that reports its process number and a variable, or fails as the job asks. */
const script = `
import { rmSync } from 'node:fs';
import { answerJobs } from '${new URL('answer-jobs.ts', import.meta.url)}';
answerJobs(async ({ name }) => {
  if (name === 'full') throw Object.assign(new Error('no room'), { code: 'ENOSPC', path: '/c/x' });
  if (name === 'text') throw 'no error object';
  if (name === 'exits') process.exit(3);
  if (name === 'deletes') {
    rmSync(process.argv[1]);
    process.exit(1);
  }
  return { pid: process.pid, word: process.env.WORD };
});
`;

interface Job {
  readonly name: string;
}

interface Report {
  readonly pid: number;
  readonly word?: string;
}

test('replaces a child after its number of jobs, and runs each job once', async (t) => {
  const { reports } = await run(t, Array(7).fill('good'), { jobsPerChild: 3, ahead: 2 });
  const byChild = Map.groupBy(reports, ({ pid }) => pid);
  assert.deepEqual(
    [...byChild.values()].map((own) => own.length),
    [3, 3, 1],
  );
});

test('gives children the environment of the parent and the added variables', async (t) => {
  const { reports } = await run(t, ['good'], { env: { WORD: 'given' } });
  assert.equal(reports[0]?.word, 'given');
});

test('an error of the disk ends all jobs and keeps its code and path', async (t) => {
  const expected = { message: 'no room', code: 'ENOSPC', path: '/c/x' };
  await assert.rejects(run(t, ['good', 'full', 'good']), expected);
  await assert.rejects(run(t, ['text']), { message: 'no error object' });
});

test('a job is lost if its child exits, with the exit code', async (t) => {
  const { reports, lost } = await run(t, ['good', 'exits', 'good']);
  assert.deepEqual([reports.length, lost], [2, ['exits crash 3']]);
});

test('does not blame a job if the script of the child is missing', async (t) => {
  await assert.rejects(run(t, ['deletes', 'good']), { code: 'LOST_FROM_CACHE' });
});

test('a child that cannot start ends all jobs', async (t) => {
  const { execPath } = process;
  t.after(() => {
    process.execPath = execPath;
  });
  process.execPath = `${execPath}-that-is-not-there`;
  await assert.rejects(run(t, ['good']), { code: 'ENOENT' });
});

test('an error of onLost ends all jobs', async (t) => {
  const onLost = () => {
    throw new Error('it was needed');
  };
  await assert.rejects(run(t, ['exits', 'good'], { onLost }), { message: 'it was needed' });
});

async function run(
  t: TestContext,
  names: readonly string[],
  options: Partial<JobOptions<Job, Report>> = {},
): Promise<{ reports: Report[]; lost: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-jobs-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'worker.mjs'), script);
  const queue = names.map((name) => ({ name }));
  const reports: Report[] = [];
  const lost: string[] = [];
  await runJobs<Job, Report>({
    script: join(folder, 'worker.mjs'),
    children: 1,
    timeoutSeconds: 60,
    next: () => queue.shift(),
    onReport: (report, [job]) => {
      reports.push(report);
      return job;
    },
    onLost: ({ name }, loss, code) => lost.push(`${name} ${loss} ${code}`),
    ...options,
  });
  return { reports, lost };
}
