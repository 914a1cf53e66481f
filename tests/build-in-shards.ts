import { setTimeout as wait } from 'node:timers/promises';
import { type Ended, type Environment, startCommand } from './test-site.ts';

/** A folder of the project, and the settings of commands in it, with `STORE`. */
export interface Machine {
  readonly root: string;
  readonly env: Environment;
}

export interface ShardedBuild {
  /** Each process runs on one of them, by chance. */
  readonly machines: readonly Machine[];
  readonly shards: number;
  /** Numbers from 0 to 1: the order of the shards, and what happens to them. */
  readonly random: () => number;
  /** Kill one process of each stage, at any time, and run one shard twice at once. */
  readonly disturb?: boolean;
}

/** Milliseconds within which a process is killed: about as long as a stage of a small site takes. */
const killWithin = 2500;

/** Two, as there are cores. */
const together = 2;

/** How a process ended, and the machine on which it ran. */
export interface StageEnd extends Ended {
  readonly stage: string;
  readonly machine: Machine;
}

/**
 * Builds a site by the five stages, each shard in a process of its own, in a random order. Returns how
 * the processes ended that were not killed, in their order: the last one is that of `join`, or failed.
 */
export async function buildInShards(build: ShardedBuild): Promise<StageEnd[]> {
  const { shards } = build;
  const all = Array.from({ length: shards }, (_, index) => [
    '--shard',
    `${index + 1}/${shards}`,
  ]);
  const ends: StageEnd[] = [];
  for (const [stage, parts] of [
    ['plan', [[]]],
    ['gather', all],
    ['merge', [[]]],
    ['print', all],
    ['join', [[]]],
  ] as const) {
    ends.push(...(await runStage(build, stage, parts)));
    const failed = ends.find(({ code }) => code !== 0);
    if (failed) return [...ends, { ...failed, stderr: `${stage}: ${failed.stderr}` }];
  }
  return ends;
}

async function runStage(
  build: ShardedBuild,
  stage: string,
  parts: readonly (readonly string[])[],
): Promise<StageEnd[]> {
  const { disturb = false, random } = build;
  const queue = shuffled(parts, random);
  const killed = disturb ? queue[Math.floor(random() * queue.length)] : undefined;
  // The same part once more, beside the first runner.
  if (disturb && queue.length > 1) queue.splice(1, 0, queue[0] as readonly string[]);
  const results: StageEnd[] = [];
  const runNext = async (): Promise<void> => {
    const part = queue.shift();
    if (part === undefined) return;
    if (part === killed) await kill(build, stage, part);
    const { machine, ended } = start(build, stage, part);
    results.push({ ...(await ended), stage, machine });
    await runNext();
  };
  await Promise.all(Array.from({ length: together }, runNext));
  return results;
}

async function kill(
  build: ShardedBuild,
  stage: string,
  part: readonly string[],
): Promise<void> {
  const { child, ended } = start(build, stage, part);
  await Promise.race([ended, wait(build.random() * killWithin)]);
  child.kill('SIGKILL');
  await ended;
}

function start({ machines, random }: ShardedBuild, stage: string, part: readonly string[]) {
  const machine = machines[Math.floor(random() * machines.length)] as Machine;
  const { root, env } = machine;
  const args = [stage, ...part, '--json'];
  return { machine, ...startCommand(root, 'src/commands/stage.ts', args, env) };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] as T);
}
