import { findDateline, prepareDateline } from './dateline.ts';
import type { Site, Tool } from './tool.ts';

/** The live preview of this project: `npm run dev`, which runs until it is stopped. */
export const dev: Tool = {
  name: 'dev',
  cure: 'src/commands/dev.ts is missing',
  findVersion: findDateline,
  prepare,
};

async function prepare(folder: string, count: number, seed: number): Promise<Site> {
  const site = await prepareDateline(folder, { count, seed, extras: true });
  const { OUT_DIR: _, ...env } = site.command.env;
  return { ...site, command: { ...site.command, file: 'npm', args: ['run', 'dev'], env } };
}
