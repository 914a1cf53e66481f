import { join } from 'node:path';
import type { Command } from '../measure/run-measured.ts';
import { buildCommand } from '../tools/dateline.ts';

/** The stages of a build over several machines, in order. */
export const scaleStages = ['plan', 'gather', 'merge', 'print', 'join'] as const;

export type ScaleStage = (typeof scaleStages)[number];

/** The stages that machines share; the others run on one of them. */
export const sharedStages: readonly ScaleStage[] = ['gather', 'print'];

/** A shared stage is measured in two commands: this share of it first, then the rest. */
export const firstShare = 16;

/** The folders of one measurement: absolute paths. */
export interface ScaleFolders {
  readonly folder: string;
  readonly contentDir: string;
  readonly outDir: string;
  readonly store: string;
}

/** The commands of a stage. Those of a shared one do a sixteenth, and then the rest. */
export function stageCommands(stage: ScaleStage, folders: ScaleFolders): Command[] {
  const shards = sharedStages.includes(stage) ? [`1/${firstShare}`, '1/1'] : [undefined];
  const { contentDir, outDir, folder, store } = folders;
  const build = buildCommand(
    { CONTENT_DIR: contentDir, OUT_DIR: outDir, STORE: store },
    folder,
  );
  return shards.map((shard) => ({
    ...build,
    args: [
      '--max-semi-space-size=8',
      join('src', 'commands', 'stage.ts'),
      stage,
      ...(shard === undefined ? [] : ['--shard', shard]),
    ],
  }));
}
