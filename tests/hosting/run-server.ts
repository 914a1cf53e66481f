import { spawn } from 'node:child_process';
import type { TestContext } from 'node:test';
import { waitFor } from './ask.ts';

/** Runs a server until the test ends; returns when it answers at `origin`. */
export async function runServer(
  t: TestContext,
  origin: string,
  command: string,
  args: readonly string[],
  { env, cwd }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<string> {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let problem: string | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  child.on('error', (error) => {
    problem = String(error);
  });
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      problem ??= `${command} ended with ${code}: ${said}`;
      resolve();
    });
  });
  t.after(async () => {
    child.kill('SIGTERM');
    await closed;
  });
  await waitFor(origin, () => problem);
  return origin;
}
