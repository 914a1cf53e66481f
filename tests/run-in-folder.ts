import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { settingTable } from '../src/content/settings/setting-table.ts';
import { type Environment, projectRoot } from './test-site.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** No setting of the machine: an empty one counts as not set. */
const unsettled = Object.fromEntries(Object.keys(settingTable).map((name) => [name, '']));

const { NODE_TEST_CONTEXT: _, ...inherited } = process.env;

/**
 * Runs a command with `folder` as the project folder and without a terminal, at noon of 1 June 2026.
 * Its settings are those of `env` alone.
 */
export async function runInFolder(
  folder: string,
  command: string,
  given: readonly string[] = [],
  env: Environment = {},
): Promise<Ended> {
  const script = join(projectRoot, 'src/commands', `${command}.ts`);
  const child = spawn(process.execPath, [script, ...given], {
    cwd: folder,
    env: { ...inherited, ...unsettled, NOW: '2026-06-01T12:00:00Z', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      ended[stream] += text;
    });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, ...ended };
}
