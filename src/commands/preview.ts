import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repairSwap } from '../hosting/build-into.ts';
import { HostingError } from '../hosting/hosting-error.ts';
import { serveFolder } from '../hosting/serve-folder.ts';
import { parseSettings } from '../publication/settings.ts';
import { reasonOf, refuseArguments } from './run-command.ts';

/**
 * Serves the built publication until it is stopped (Ctrl-C), exit code 0. A port that was not
 * asked for may be another one when it is in use.
 *
 * @throws {HostingError} when there is nothing to serve, or the port cannot be had
 */
export async function preview(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const { settings, problems } = parseSettings(environment, Date.now());
  if (problems.length > 0) throw new HostingError(problems.join('\n'));
  const { outDir, basePath, port, portGiven } = settings;
  await repairSwap(outDir);
  if (!existsSync(join(outDir, 'index.html'))) {
    throw new HostingError(`${outDir} holds no publication yet: run "npm run build" first`);
  }
  const host = environment['HOST'] || 'localhost';
  const alternatives = portGiven ? 0 : 20;
  const { address, close } = await serveFolder(outDir, { basePath, host, port, alternatives });
  if (!portGiven && !address.includes(`:${port}/`)) console.log(`Port ${port} is in use.`);
  console.log(`Dateline is at ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void close().then(() => process.exit(0)));
  }
}

if (import.meta.main) {
  try {
    refuseArguments('preview', 'PORT');
    await preview(process.env);
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
