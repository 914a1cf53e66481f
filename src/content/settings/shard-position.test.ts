import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Engine, engineTable } from './engine-table.ts';
import { formatShard, ShardError, shardPosition } from './shard-position.ts';

type Environment = Readonly<Record<string, string>>;

const find = (environment: Environment, shard?: string) => {
  const found = shardPosition(shard === undefined ? {} : { shard }, environment);
  return found && formatShard(found);
};

/** The variables of a Slurm array from `min` to `max`. */
const slurm = (
  id: number,
  [min, max, step, count]: readonly [number, number, number, number],
) => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_MIN: String(min),
  SLURM_ARRAY_TASK_MAX: String(max),
  SLURM_ARRAY_TASK_STEP: String(step),
  SLURM_ARRAY_TASK_COUNT: String(count),
});

describe('the position of a shard', () => {
  const cases: readonly [
    what: string,
    environment: Environment,
    expected: string | undefined,
  ][] = [
    ['nothing', {}, undefined],
    [
      'variables of no engine',
      { CI: 'true', CI_NODE_TOTAL: '1', GITLAB_CI: 'true' },
      undefined,
    ],
    ['SHARD', { SHARD: '3/16' }, '3/16'],
    ['SHARD with spaces', { SHARD: ' 1/1\n' }, '1/1'],
    ['the most shards', { SHARD: '256/256' }, '256/256'],
    ['SHARD before an engine', { SHARD: '3/16', ...slurm(0, [0, 7, 1, 8]) }, '3/16'],
    ['an empty SHARD', { SHARD: '', ...slurm(0, [0, 7, 1, 8]) }, '1/8'],
    ['Slurm, 0-15', slurm(15, [0, 15, 1, 16]), '16/16'],
    ['Slurm, 1-16', slurm(1, [1, 16, 1, 16]), '1/16'],
    ['Slurm, 3-48:3', slurm(6, [3, 48, 3, 16]), '2/16'],
    ['Slurm, 3-48:3, last', slurm(48, [3, 48, 3, 16]), '16/16'],
    ['Slurm, an array of one', slurm(0, [0, 0, 1, 1]), '1/1'],
    ['Slurm, SHARD_COUNT agrees', { ...slurm(4, [1, 8, 1, 8]), SHARD_COUNT: '8' }, '4/8'],
    ['Kubernetes', { JOB_COMPLETION_INDEX: '0', SHARD_COUNT: '16' }, '1/16'],
    ['Kubernetes, last', { JOB_COMPLETION_INDEX: '15', SHARD_COUNT: '16' }, '16/16'],
    ['AWS Batch', { AWS_BATCH_JOB_ARRAY_INDEX: '2', AWS_BATCH_JOB_ARRAY_SIZE: '16' }, '3/16'],
    ['Cloud Run', { CLOUD_RUN_TASK_INDEX: '0', CLOUD_RUN_TASK_COUNT: '4' }, '1/4'],
    ['GitLab', { GITLAB_CI: 'true', CI_NODE_INDEX: '1', CI_NODE_TOTAL: '4' }, '1/4'],
    ['not GitLab', { CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' }, undefined],
    ['Buildkite', { BUILDKITE_PARALLEL_JOB: '3', BUILDKITE_PARALLEL_JOB_COUNT: '4' }, '4/4'],
    ['CircleCI', { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '1' }, '1/1'],
    ['Azure', { SYSTEM_JOBPOSITIONINPHASE: '1', SYSTEM_TOTALJOBSINPHASE: '3' }, '1/3'],
    [
      'two engines that agree',
      { CIRCLE_NODE_INDEX: '1', CIRCLE_NODE_TOTAL: '4', ...slurm(2, [1, 4, 1, 4]) },
      '2/4',
    ],
  ];
  for (const [what, environment, expected] of cases)
    test(what, () => assert.equal(find(environment), expected));

  test('the option comes before everything', () => {
    assert.equal(find({ SHARD: '3/16', ...slurm(0, [0, 7, 1, 8]) }, '2/4'), '2/4');
  });
});

describe('a wrong position', () => {
  const forms: readonly [text: string, message: string][] = [
    ['0/4', 'expected a shard from 1 to 4 (shards are counted from 1), got "0/4"'],
    ['5/4', 'expected a shard from 1 to 4 (shards are counted from 1), got "5/4"'],
    ['3', 'expected I/N such as 3/16: the third of 16 shards, got "3"'],
    ['a/b', 'expected I/N such as 3/16: the third of 16 shards, got "a/b"'],
    ['-1/4', 'expected I/N such as 3/16: the third of 16 shards, got "-1/4"'],
    ['1.5/4', 'expected I/N such as 3/16: the third of 16 shards, got "1.5/4"'],
    ['１/４', 'expected I/N such as 3/16: the third of 16 shards, got "１/４"'],
    ['1/2/3', 'expected I/N such as 3/16: the third of 16 shards, got "1/2/3"'],
    ['', 'expected I/N such as 3/16: the third of 16 shards, got ""'],
    ['3/999', 'expected a number of shards from 1 to 256, got "3/999"'],
    ['1/0', 'expected a number of shards from 1 to 256, got "1/0"'],
    ['3/257', 'expected a number of shards from 1 to 256, got "3/257"'],
  ];
  for (const [text, message] of forms)
    test(`${JSON.stringify(text)}`, () => {
      assert.throws(() => find({}, text), {
        name: 'ShardError',
        message: `--shard: ${message}`,
      });
      if (text === '') return;
      assert.throws(() => find({ SHARD: text }), { message: `SHARD: ${message}` });
    });

  const again = (number: number, tasks: number, count?: number) =>
    `SLURM_ARRAY_TASK_ID is ${number} of ${tasks} tasks${count === undefined ? '' : `, but SHARD_COUNT is ${count}`}: some tasks of an array were started again, so the shard is not known; write SHARD=$SLURM_ARRAY_TASK_ID/N into the script for an array from 1 to N`;
  const cases: readonly [what: string, environment: Environment, message: string][] = [
    [
      'an index without a number of shards',
      { JOB_COMPLETION_INDEX: '3' },
      'JOB_COMPLETION_INDEX is 3, but nothing says how many shards there are: set SHARD_COUNT',
    ],
    [
      'a wrong SHARD_COUNT',
      { JOB_COMPLETION_INDEX: '3', SHARD_COUNT: '0' },
      'SHARD_COUNT: expected a number of shards from 1 to 256, got "0"',
    ],
    [
      'an index that is not a number',
      { JOB_COMPLETION_INDEX: 'three', SHARD_COUNT: '4' },
      'JOB_COMPLETION_INDEX: expected a whole number, got "three"; set SHARD=I/N',
    ],
    [
      'an index outside of the array',
      { JOB_COMPLETION_INDEX: '4', SHARD_COUNT: '4' },
      'JOB_COMPLETION_INDEX: expected from 0 to 3, got 4; set SHARD=I/N',
    ],
    [
      'an index below the first',
      { GITLAB_CI: 'true', CI_NODE_INDEX: '0', CI_NODE_TOTAL: '4' },
      'CI_NODE_INDEX: expected from 1 to 4, got 0; set SHARD=I/N',
    ],
    [
      'more tasks than shards may be',
      { AWS_BATCH_JOB_ARRAY_INDEX: '2', AWS_BATCH_JOB_ARRAY_SIZE: '1000' },
      'AWS_BATCH_JOB_ARRAY_SIZE: expected from 1 to 256 tasks, got 1000; start fewer',
    ],
    [
      'two engines that differ',
      { CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '4', ...slurm(2, [1, 4, 1, 4]) },
      'SLURM_ARRAY_TASK_ID says shard 2/4, and CIRCLE_NODE_INDEX says 1/4: set SHARD to one of them',
    ],
    ['tasks that run again, --array=3,7', slurm(7, [3, 7, 1, 2]), again(7, 2)],
    ['one task that runs again, --array=3', slurm(3, [3, 3, 1, 1]), again(3, 1)],
    [
      'tasks that run again, with SHARD_COUNT',
      { ...slurm(3, [3, 6, 3, 2]), SHARD_COUNT: '16' },
      again(3, 2, 16),
    ],
  ];
  for (const [what, environment, message] of cases)
    test(what, () => assert.throws(() => find(environment), new ShardError(message)));
});

test('no two engines have a variable in common', () => {
  const all = engineTable.flatMap(({ index, first, last, step, count }: Engine) =>
    [index, first, last, step, count].filter((one) => typeof one === 'string'),
  );
  assert.deepEqual(all, [...new Set(all)]);
});
