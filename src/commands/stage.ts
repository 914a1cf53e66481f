import { resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { type Shard, ShardError, shardPosition } from '../content/settings/shard-position.ts';
import { explainDiskError } from '../hosting/hosting-error.ts';
import { loadPress } from '../press/load-press.ts';
import type { StageName } from '../press/shards/run-stage.ts';
import { openStore } from '../system/store/open-store.ts';
import { mustBeApart, mustBeWritable } from './check-folders.ts';
import { parseHost, reportLimits } from './host-limits.ts';
import { CommandError } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/** The stages of a sharded build that have a command of their own. */
export const stageNames = ['plan', 'gather', 'merge', 'print', 'join'] as const;

export type StageCommand = (typeof stageNames)[number];

export interface StageArguments {
  readonly shard?: string;
  readonly store?: string;
  readonly force?: boolean;
  readonly host?: string;
  readonly 'allow-empty'?: boolean;
}

/**
 * Runs a stage of a sharded build with the options and settings of its command.
 *
 * @throws {CommandError} where the shard is wrong or unknown
 */
export async function buildStage(
  name: StageName,
  given: Settings,
  { shard, store, force = false, host: givenHost, 'allow-empty': allowEmpty }: StageArguments,
): Promise<void> {
  const host = parseHost(name === 'next' ? 'build' : name, givenHost);
  const settings = {
    ...given,
    ...(store === undefined ? {} : { store }),
    allowEmpty: allowEmpty ?? given.allowEmpty,
  };
  mustBeApart(settings);
  const cacheDir = resolve(settings.cacheDir);
  await mustBeWritable(cacheDir);
  const needsShard = name === 'gather' || name === 'print' || name === 'next';
  const position = needsShard ? positionOf(shard) : undefined;
  const opened = await openStore(settings.store, cacheDir);
  const { runStage } = await loadPress(cacheDir, 'runStage').catch((error) => {
    throw explainDiskError(error, settings.cacheDir, 'CACHE_DIR');
  });
  const ledger = await runStage(name, {
    ...{ root: process.cwd(), settings, store: opened, force },
    ...(position && { shard: position }),
  });
  if (ledger !== undefined) await reportLimits(settings, ledger, host);
}

function positionOf(shard: string | undefined): Shard {
  try {
    const position = shardPosition(shard === undefined ? {} : { shard }, process.env);
    if (position !== undefined) return position;
  } catch (error) {
    if (error instanceof ShardError) throw new CommandError(error.message);
    throw error;
  }
  throw new CommandError(
    'expected a shard, got none; give --shard I/N or SHARD=I/N, such as 3/16, or start the command as a task of an array job',
  );
}

/** Runs the command of a stage: `npm run gather`. */
export function runStageCommand(name: StageCommand): Promise<void> {
  return runCommand(name, ({ settings, options }) => buildStage(name, settings, options));
}

if (import.meta.main) {
  const [name] = process.argv.splice(2, 1);
  const found = stageNames.find((one) => one === name);
  if (found === undefined) throw new Error(`${name}: expected ${stageNames.join(', ')}`);
  await runStageCommand(found);
}
