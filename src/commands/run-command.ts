import { explainDiskError, isDiskFull } from '../hosting/hosting-error.ts';
import { parseSettings, type Settings } from '../publication/settings.ts';

/**
 * Runs a command with the settings of the environment and ends the process with its exit code:
 * 0, or 1 with the reason on standard error. A wrong setting is told before anything is done.
 */
export async function runCommand(
  command: (settings: Settings) => Promise<void>,
): Promise<void> {
  const { settings, problems } = parseSettings(process.env, Date.now());
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exit(1);
  }
  const fail = (error: unknown): never => {
    console.error(reasonOf(error));
    process.exit(1);
  };
  // Astro saves its store by and by, where nothing of ours can catch what goes wrong.
  process.on('uncaughtException', (error) =>
    fail(isDiskFull(error) ? explainDiskError(error, settings.cacheDir, 'CACHE_DIR') : error),
  );
  await command(settings).catch(fail);
}

/** Errors that say all there is to say; any other shows where it came from. */
const selfExplaining: readonly string[] = ['InvalidCopy', 'HostingError', 'CommandError'];

/** What is told of an error that ends a command. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return selfExplaining.includes(error.name) ? error.message : (error.stack ?? error.message);
}

/**
 * For commands whose settings all come from the environment.
 *
 * @param setting one of them, as an example
 * @throws {CommandError} where an argument was given, which would be ignored
 */
export function refuseArguments(command: string, setting: string): void {
  const [argument] = process.argv.slice(2);
  if (argument === undefined) return;
  throw new CommandError(
    `${command}: takes no arguments, got ${JSON.stringify(argument)}; settings come from the environment, such as ${setting}`,
  );
}

/** What a user can mend: a command's arguments, a folder that is not there. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
