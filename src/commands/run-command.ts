import { readFileSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { parseEnv } from 'node:util';
import {
  explainDiskError,
  explainLimit,
  isDiskFull,
  pathOf,
} from '../hosting/hosting-error.ts';
import { findMisspelled } from '../publication/setting-table.ts';
import { parseSettings, type Settings } from '../publication/settings.ts';
import { guardOutput } from '../terminal/guard-output.ts';
import { openTerminal } from '../terminal/open-terminal.ts';
import { type Terminal, useTerminal } from '../terminal/terminal.ts';
import { CommandError } from './command-error.ts';
import { type CommandName, callOf } from './command-table.ts';
import { formatHelp } from './format-help.ts';
import { findSwallowed, type GivenArguments, parseCommand } from './parse-command.ts';
import { arePackagesGone, packagesReplaced } from './replaced-packages.ts';

/** What a command works with. */
export interface CommandRun extends GivenArguments {
  readonly settings: Settings;
  readonly terminal: Terminal;
}

export interface CommandTraits {
  /** It has a report of its own for `--json`, on standard output. */
  readonly ownJson?: boolean;
}

/**
 * Runs a command with its arguments and the settings of the environment and ends the process with
 * its exit code: 0, or 1 with the reason on standard error. What is wrong with arguments or
 * settings is said before anything is done.
 */
export async function runCommand(
  name: CommandName,
  command: (run: CommandRun) => Promise<void>,
  { ownJson = false }: CommandTraits = {},
): Promise<void> {
  const started = performance.now();
  const showLine = guardOutput();
  // It would write into the home folder, which may be missing or read-only, and ask another site.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  let terminal: Terminal | undefined;
  let json = process.argv.includes('--json') && !ownJson;
  const end = (error?: unknown) => {
    showLine('');
    if (error !== undefined) process.exitCode = 1;
    if (error !== undefined) console.error(reasonOf(error));
    if (!json) return;
    const report = {
      command: name,
      ok: (process.exitCode ?? 0) === 0,
      seconds: Math.round(performance.now() - started) / 1000,
      ...(error === undefined ? {} : { error: reasonOf(error) }),
      ...terminal?.report(),
    };
    console.log(JSON.stringify(report));
  };
  const fail = (error: unknown): never => {
    end(arePackagesGone(process.cwd()) ? packagesReplaced : error);
    process.exit(1);
  };
  try {
    const given = parseCommand(name, process.argv.slice(2));
    const { options } = given;
    if (options['help'] !== undefined) {
      console.log(formatHelp(name));
      return;
    }
    json = options['json'] !== undefined && !ownJson;
    terminal = openTerminal(
      {
        // A table for programs is all that goes to standard output.
        quiet: options['quiet'] !== undefined || typeof options['rights'] === 'string',
        verbose: options['verbose'] !== undefined,
        json: options['json'] !== undefined,
      },
      showLine,
    );
    useTerminal(terminal);
    const settings = loadSettings(name);
    // Astro saves its store by and by, where nothing of ours can catch what goes wrong.
    const failLate = (error: unknown) =>
      fail(isDiskFull(error) ? explainDiskError(error, settings.cacheDir, 'CACHE_DIR') : error);
    process.on('uncaughtException', failLate);
    // The live preview's server prints rejections with their stacks, and goes on.
    process.on('unhandledRejection', (error) => {
      if (isDiskFull(error) || process.listenerCount('unhandledRejection') === 1)
        failLate(error);
    });
    await command({ ...given, settings, terminal }).catch((error) => {
      throw explainPlace(error, settings);
    });
  } catch (error) {
    fail(error);
  }
  end();
}

/** @throws {CommandError} with everything that is wrong with the environment or `.env` */
function loadSettings(name: CommandName): Settings {
  const own = loadEnvironmentFile();
  const { settings, problems } = parseSettings(process.env, Date.now());
  const swallowed = findSwallowed(name, process.env);
  const all = [
    ...problems,
    ...findMisspelled(Object.keys(process.env), own),
    ...(swallowed === undefined
      ? []
      : [
          `--${swallowed}: write \`${callOf(name)} -- --${swallowed}\`; without \`--\` npm keeps it`,
        ]),
  ];
  if (all.length > 0) throw new CommandError(all.join('\n'));
  return settings;
}

/** Reads `.env` of the project into the environment, which goes before it. Gives its names. */
function loadEnvironmentFile(): ReadonlySet<string> {
  const found = statSync('.env', { throwIfNoEntry: false });
  if (found === undefined) return new Set();
  if (!found.isFile()) throw new CommandError('.env: expected a file of settings, one a line');
  try {
    process.loadEnvFile('.env');
    return new Set(Object.keys(parseEnv(readFileSync('.env', 'utf8'))));
  } catch (error) {
    throw new CommandError(`.env: cannot be read: ${(error as Error).message}`);
  }
}

/** A failure of the disk in a folder that a setting names, in words. */
function explainPlace(error: unknown, { cacheDir, contentDir }: Settings): unknown {
  // Who wrote there has said which folder it is.
  if (error instanceof Error && selfExplaining.includes(error.name)) return error;
  const path = pathOf(error);
  for (const [folder, setting] of [
    [cacheDir, 'CACHE_DIR'],
    [contentDir, 'CONTENT_DIR'],
  ] as const) {
    const top = resolve(folder);
    if (path === top || path?.startsWith(top + sep))
      return explainDiskError(error, folder, setting);
  }
  return path === undefined ? explainLimit(error) : explainDiskError(error, path, 'none');
}

/** Errors that say all there is to say; any other shows where it came from. */
const selfExplaining: readonly string[] = [
  'InvalidCopy',
  'ChangedCopy',
  'HostingError',
  'CommandError',
];

/** What is told of an error that ends a command. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return selfExplaining.includes(error.name) ? error.message : (error.stack ?? error.message);
}
