import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { repairOutput } from '../hosting/output/build-into.ts';
import { alternatives, choosePort } from '../hosting/server/listen.ts';
import { serveFolder } from '../hosting/server/serve-folder.ts';
import { callOf } from '../system/cache/call-of.ts';
import { terminal } from '../system/terminal/terminal.ts';
import { CommandError } from './parse-command.ts';
import { runCommand } from './run-command.ts';

/**
 * Serves the built site at `port` until it is stopped (Ctrl-C), with exit code 0.
 *
 * @throws {CommandError} if there is no site
 * @throws {HostingError} if the port cannot be used
 */
export async function preview(settings: Settings): Promise<void> {
  const { outDir, basePath, host, port, portGiven } = settings;
  await repairOutput(outDir);
  if (!existsSync(join(outDir, 'index.html'))) {
    throw new CommandError(`${outDir}: contains no site; run \`${callOf('build')}\` first`);
  }
  const { address, close } = await serveFolder(outDir, {
    basePath,
    host,
    port,
    // Another program may have started to use the port.
    alternatives: portGiven ? 0 : alternatives,
  });
  terminal().addFacts({ address });
  terminal().print(`Dateline is at ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}

/** Runs `npm run preview`. */
export function runPreview(): Promise<void> {
  return runCommand('preview', async ({ settings }) =>
    preview({ ...settings, port: await choosePort(settings) }),
  );
}

if (import.meta.main) await runPreview();
