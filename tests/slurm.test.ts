import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createRandom, type Random } from '../bench/corpus/create-random.ts';
import { makeCorpus } from '../bench/corpus/make-corpus.ts';
import { formatShard, shardPosition } from '../src/content/settings/shard-position.ts';
import { formatScaleFile } from '../src/hosting/scale/scale-files.ts';
import { runInFolder } from './run-in-folder.ts';
import { type Cluster, startCluster, type Task } from './slurm/cluster.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { assertSameFiles, change, hashFiles, projectRoot } from './test-site.ts';

test('the position of a shard is that of its task in an array of Slurm', async (t) => {
  const cluster = await startCluster(t);
  if (cluster === undefined) return;
  const folder = await temporaryFolder(t);
  const script = join(folder, 'job.sh');
  // A task that is started again by Slurm keeps its place.
  writeFileSync(
    script,
    `#!/bin/bash
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ "\${SLURM_RESTART_COUNT:-0}" = 0 ]; then
  scontrol requeue "$SLURM_JOB_ID" && sleep 60
fi
env > "${folder}/$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID"
`,
  );
  const arrays = ['0-3', '1-4', '2-8:2', '3,7,8', '3'].map((array) => {
    const args = ['--parsable', '--requeue', '--output=/dev/null', `--array=${array}`, script];
    return [array, cluster.call('sbatch', ...args).trim()] as const;
  });
  await cluster.idle(90);
  const positionOf = (job: string, task: number) => {
    const lines = readFileSync(join(folder, `${job}-${task}`), 'utf8').split('\n');
    const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/su)));
    try {
      const shard = shardPosition({}, { ...env, SHARD: '', SHARD_COUNT: '' });
      return shard && formatShard(shard);
    } catch (error) {
      return (error as Error).name;
    }
  };
  const found = arrays.map(([array, job]) => {
    const tasks = cluster.call('scontrol', 'show', 'job', job, '--oneliner');
    const ids = [...tasks.matchAll(/ArrayTaskId=(\d+)/gu)].map(([, id]) => Number(id));
    ids.sort((a, b) => a - b);
    return [array, ids.map((id) => positionOf(job, id)).join(' ')];
  });
  assert.deepEqual(Object.fromEntries(found), {
    '0-3': '1/4 2/4 3/4 4/4',
    '1-4': '1/4 2/4 3/4 4/4',
    '2-8:2': '1/4 2/4 3/4 4/4',
    '3,7,8': 'ShardError ShardError ShardError',
    '3': 'ShardError',
  });
});

const long = process.env['LONG_TESTS'] === '1';
const articles = long ? 2000 : 24;

/** Seconds that a run of all stages may take. */
const patience = long ? 1800 : 300;

test('an array of eight builds the site of one process, with killed tasks and a full disk', async (t) => {
  const cluster = await startCluster(t);
  if (cluster === undefined) return;
  // Before the folder is removed: what is registered first runs first.
  let disk: string | undefined;
  t.after(() => disk && spawnSync('umount', ['--lazy', disk]));
  const folder = await temporaryFolder(t);
  makeCorpus({ count: articles, folder: join(folder, 'content'), seed: 16 });
  await change(folder, {
    'content/publication.yaml': 'name: Test\nlanguages: [en, ko]\nurl: https://news.example\n',
  });
  const env = { NOW: '2026-11-28T12:00:00Z', CACHE_DIR: await takeCache(t) };
  const one = await runInFolder(folder, 'build', [], { ...env, OUT_DIR: 'one' });
  assert.equal(one.code, 0, one.stderr);

  disk = smallDisk(t, folder);
  const slurm = scriptIn(folder, cluster, disk, env);
  // A killed task is not started again by itself, and the stages after it are not started.
  const random = createRandom(5);
  const first = slurm.submit();
  const gatherKills = killer(cluster, 'gather', 3, random);
  await cluster.idle(patience, gatherKills.each);
  assert.deepEqual(slurm.failed(first['gather']), gatherKills.killed());
  assert.equal(gatherKills.killed().length, 3);

  slurm.again('gather', gatherKills.killed());
  await cluster.idle(patience);
  writeFileSync(join(folder, 'full'), '');
  const second = slurm.submit('from', 'merge');
  const printKills = killer(cluster, 'print', 2, random, disk === undefined ? [] : ['5']);
  await cluster.idle(patience, printKills.each);
  const full = disk === undefined ? [] : ['5'];
  assert.equal(printKills.killed().length, 2);
  assert.deepEqual(slurm.failed(second['print']), [...printKills.killed(), ...full].sort());
  if (disk !== undefined) {
    const log = slurm.log(`print-${second['print']}-5`);
    const problem = `${disk}/cache: the disk is full: free some space, or set CACHE_DIR to a folder on another disk`;
    // Slurm has started it again once, since another node may have room.
    assert.equal(log.split(problem).length - 1, 2, log);
  }

  await rm(join(folder, 'full'));
  slurm.again('print', [...printKills.killed(), ...full]);
  await cluster.idle(patience);
  const third = slurm.submit('from', 'join');
  await cluster.idle(patience);
  assert.deepEqual(slurm.failed(third['join']), [], slurm.log(`join-${third['join']}`));
  for (const part of ['', '-hosting'])
    assertSameFiles(
      await hashFiles(join(folder, `dist${part}`)),
      await hashFiles(join(folder, `one${part}`)),
    );
});

/** A disk of 300 kB; undefined where this user may not mount one. */
function smallDisk(t: TestContext, folder: string): string | undefined {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk]);
  if (status !== 0) {
    assert.notEqual(process.env['CI'], 'true', 'mount -t tmpfs failed');
    t.diagnostic('without a full disk: this user may not mount a small one');
    return undefined;
  }
  return disk;
}

/** The script that `hosting` prints, in a folder of content. */
function scriptIn(
  folder: string,
  cluster: Cluster,
  disk: string | undefined,
  env: Readonly<Record<string, string>>,
) {
  const stage = join(projectRoot, 'src/commands/stage.ts');
  const text = formatScaleFile(
    'slurm',
    { shards: '8', store: join(folder, 'store') },
    (command) => `${process.execPath} ${stage} ${command}`,
  );
  const node = `if [ -e full ] && [ "\${1:-}-\${SLURM_ARRAY_TASK_ID:-}" = print-5 ]; then export CACHE_DIR=${disk}/cache; fi`;
  writeFileSync(
    join(folder, 'slurm.sh'),
    text
      .replaceAll('slurm-%x', 'log/%x')
      .replace('--cpus-per-task=2', '--cpus-per-task=1')
      .replace('-lt 3 ]', '-lt 1 ]')
      .replace('set -euo pipefail\n', `set -euo pipefail\n${node}\n`),
  );
  mkdirSync(join(folder, 'log'));
  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: folder,
      env: { ...cluster.env, ...env },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  return {
    /** Submits the stages; gives the job of each. */
    submit: (...args: string[]): Readonly<Record<string, string>> =>
      Object.fromEntries(
        run('bash', 'slurm.sh', ...args)
          .trim()
          .split('\n')
          .map((line) => line.split(': job ')),
      ),
    again: (name: string, tasks: readonly string[]) =>
      run('sbatch', `--job-name=${name}`, `--array=${tasks.join(',')}`, 'slurm.sh', name),
    /** The tasks of a job that did not complete. */
    failed: (job = ''): string[] =>
      cluster
        .call('scontrol', 'show', 'job', job, '--oneliner')
        .split('\n')
        .filter((line) => line !== '' && !line.includes('JobState=COMPLETED'))
        .map((line) => /ArrayTaskId=(\S+)/u.exec(line)?.[1] ?? line)
        .sort(),
    log: (name: string): string =>
      readdirSync(join(folder, 'log'))
        .filter((file) => file.startsWith(name))
        .map((file) => readFileSync(join(folder, 'log', file), 'utf8'))
        .join(''),
  };
}

/** Kills `count` of the eight tasks of a stage while they run, at random. */
function killer(
  { call }: Cluster,
  stage: string,
  count: number,
  random: Random,
  spared: readonly string[] = [],
) {
  const killed: string[] = [];
  const seen = new Set<string>();
  return {
    killed: () => [...killed].sort(),
    each: (queue: readonly Task[]): void => {
      for (const { id, task, name, state } of queue) {
        if (name !== stage || state !== 'RUNNING') continue;
        if (killed.length === count || killed.includes(task) || spared.includes(task)) continue;
        seen.add(task);
        const isNeeded = 8 - spared.length - seen.size < count - killed.length;
        if (!random.chance(0.15) && !isNeeded) continue;
        call('scancel', '--signal=KILL', '--full', id);
        killed.push(task);
      }
    },
  };
}
