import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import {
  formatScaleFile,
  isScaleFileName,
  type ScaleFileName,
  scaleFiles,
} from './scale-files.ts';

const call = (command: string) => `npx press ${command}`;
const names = Object.keys(scaleFiles).filter(isScaleFileName);

test('every file names the stages in their order, and the number of shards', () => {
  for (const name of names) {
    const text = formatScaleFile(name, { shards: '8', store: '/srv/parts' }, call);
    const order = ['plan', 'gather', 'merge', 'print', 'join'];
    const jobs = text.match(
      /^(?:submit |\s+name: dateline-|\s+- run: npx press |\s+- npx press )(?:\w+)/gmu,
    );
    assert.deepEqual(
      jobs?.map((job) => /\w+$/u.exec(job)?.[0]),
      order,
      name,
    );
    assert.match(text, /in 8 shards/u);
    assert.match(text, /\/srv\/parts/u);
    assert.doesNotMatch(text, /\b16\b|npm run/u);
  }
});

test('the script for Slurm is one that bash can read, with any name of a folder', () => {
  for (const store of [
    '/srv/parts',
    "/srv/Editor's parts; rm -rf",
    's3://bucket/path',
    '/신문/부',
  ]) {
    const text = formatScaleFile('slurm', { store }, call);
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
    if (status === null) return;
    assert.equal(status, 0, stderr);
    const line = text.match(/^export STORE=.*$/mu)?.[0];
    const { stdout } = spawnSync('bash', ['-c', `unset STORE; ${line}; printf %s "$STORE"`], {
      encoding: 'utf8',
    });
    assert.equal(stdout, store);
  }
});

test('the script for Slurm submits the stages from one on, each after the one before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slurm-'));
  try {
    const script = join(folder, 'slurm.sh');
    writeFileSync(script, formatScaleFile('slurm', { shards: '8' }, call));
    // It prints its arguments to a file, and the number of a job.
    const sbatch = `#!/bin/bash\necho "$@" >> ${folder}/calls\necho $((100 + $(wc -l < ${folder}/calls)))\n`;
    writeFileSync(join(folder, 'sbatch'), sbatch, { mode: 0o755 });
    const run = (...args: string[]) => {
      writeFileSync(join(folder, 'calls'), '');
      const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
      const { status } = spawnSync('bash', [script, ...args], { env, encoding: 'utf8' });
      const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
      const told = calls.map((one) => {
        const after = /afterok:(\d+)/u.exec(one)?.[1];
        const array = /--array=(\S+)/u.exec(one)?.[1];
        return [one.split(' ').at(-1), array, after].filter(Boolean).join(' ');
      });
      return { status, told };
    };
    if (run().status === null) return;
    assert.deepEqual(run().told, [
      'plan',
      'gather 1-8 101',
      'merge 102',
      'print 1-8 103',
      'join 104',
    ]);
    assert.deepEqual(run('from', 'print').told, ['print 1-8', 'join 101']);
    assert.equal(run('from', 'prnt').status, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('Kubernetes does not start a shard again that has an error in an article', () => {
  const jobs = parseAllDocuments(formatScaleFile('kubernetes', {}, call))
    .map((document) => document.toJS())
    .filter(({ kind }) => kind === 'Job');
  assert.equal(jobs.length, 5);
  for (const { spec } of jobs) {
    const isSharded = spec.completionMode === 'Indexed';
    assert.equal(spec.completions, isSharded ? 16 : undefined);
    const [, rule] = spec.podFailurePolicy.rules;
    assert.equal(rule.action, isSharded ? 'FailIndex' : 'FailJob');
    assert.deepEqual(rule.onExitCodes.values, [1]);
    const [container] = spec.template.spec.containers;
    assert.equal(rule.onExitCodes.containerName, container.name);
    assert.equal(spec.template.spec.restartPolicy, 'Never');
  }
});

test('artifacts carry the parts only where the store is a folder', () => {
  for (const name of ['github-shards', 'gitlab-shards'] as const) {
    assert.match(formatScaleFile(name, {}, call), /artifact[\s\S]*\.parts/u);
    const remote = formatScaleFile(name, { store: 's3://bucket/path' }, call);
    assert.doesNotMatch(remote, /\.parts|cache\/|policy: pull/u);
    parse(remote);
  }
});

const refused: readonly [
  name: ScaleFileName,
  options: Record<string, string>,
  message: string,
][] = [
  ['slurm', { shards: '0' }, '--shards: expected a number from 1 to 256 for slurm, got "0"'],
  [
    'slurm',
    { shards: '257' },
    '--shards: expected a number from 1 to 256 for slurm, got "257"',
  ],
  [
    'gitlab-shards',
    { shards: '201' },
    '--shards: expected a number from 1 to 200 for gitlab-shards, got "201"',
  ],
  [
    'slurm',
    { shards: 'many' },
    '--shards: expected a number from 1 to 256 for slurm, got "many"',
  ],
  [
    'slurm',
    { store: 'gs://bucket' },
    '--store: expected a folder or s3://BUCKET/PATH, got "gs://bucket"',
  ],
  [
    'kubernetes',
    { store: '/a\nb: c' },
    '--store: expected a folder or s3://BUCKET/PATH, got "/a\\nb: c"',
  ],
  ['slurm', { image: 'node:24' }, '--image: slurm takes none'],
  [
    'kubernetes',
    { image: 'a b' },
    '--image: expected a name such as registry.example/news-site:latest, got "a b"',
  ],
];
for (const [name, options, message] of refused)
  test(`${name} with ${JSON.stringify(options)}`, () =>
    assert.throws(() => formatScaleFile(name, options, call), { message }));
