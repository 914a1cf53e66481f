import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatShard, shardPosition } from '../src/content/settings/shard-position.ts';
import { startCluster } from './slurm/cluster.ts';
import { temporaryFolder } from './temporary-folder.ts';

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
