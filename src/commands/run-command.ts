import { existsSync, readFileSync, statSync, watchFile } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseEnv } from 'node:util';
import { findMisspelled } from '../content/settings/setting-table.ts';
import { parseSettings, type Settings } from '../content/settings/settings.ts';
import { exitCodeOf, exitCodes } from '../hosting/exit-code.ts';
import {
  explainDiskError,
  explainLimit,
  isDiskFull,
  pathOf,
} from '../hosting/hosting-error.ts';
import { callOf } from '../system/cache/call-of.ts';
import { findPackage } from '../system/cache/find-package.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import { guardOutput } from '../system/terminal/guard-output.ts';
import { openTerminal } from '../system/terminal/open-terminal.ts';
import { type Terminal, terminal, useTerminal } from '../system/terminal/terminal.ts';
import {
  type CommandName,
  type CommandRow,
  commandTable,
  type OptionsOf,
} from './command-table.ts';
import {
  findContentFolder,
  hasUnreadSettings,
  usualContentFolder,
} from './default-content-folder.ts';
import { formatHelp } from './format-help.ts';
import {
  CommandError,
  findSwallowed,
  type GivenArguments,
  parseCommand,
} from './parse-command.ts';

/** What a command gets. */
export interface CommandRun<Name extends CommandName> extends GivenArguments<Name> {
  readonly settings: Settings;
  readonly terminal: Terminal;
}

/**
 * Runs a command with its arguments and the settings of the environment. The process ends with exit
 * code 0, or with another of `exitCodes` and the reason on standard error. Wrong arguments and settings are reported before
 * the command starts. `ownJson`: the command prints its own report for `--json`.
 */
export async function runCommand<Name extends CommandName>(
  name: Name,
  command: (run: CommandRun<Name>) => Promise<void>,
  { ownJson = false }: { readonly ownJson?: boolean } = {},
): Promise<void> {
  const started = performance.now();
  const showLine = guardOutput();
  // Telemetry writes to the home folder, which may be missing or read-only, and sends requests.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  let own: Terminal | undefined;
  let json = process.argv.includes('--json') && !ownJson;
  const end = (error?: unknown) => {
    showLine('');
    if (error !== undefined) process.exitCode = exitCodeOf(error);
    if (error !== undefined) console.error(reasonOf(error));
    if (!json) return;
    const report = {
      command: name,
      ok: (process.exitCode ?? 0) === 0,
      seconds: Math.round(performance.now() - started) / 1000,
      error: error === undefined ? undefined : reasonOf(error).trim(),
      ...own?.report(),
    };
    console.log(JSON.stringify(report));
  };
  const fail = (error: unknown): never => {
    const isReplaced = arePackagesGone();
    end(isReplaced ? packagesReplaced : error);
    process.exit(isReplaced ? exitCodes.tryAgain : exitCodeOf(error));
  };
  try {
    const given = parseCommand(name, process.argv.slice(2));
    const options: OptionsOf<CommandName> & { readonly rights?: unknown } = given.options;
    if (options.help !== undefined) {
      console.log(formatHelp(name));
      return;
    }
    json = options.json !== undefined && !ownJson;
    own = openTerminal(
      {
        // Standard output is a table for programs.
        quiet: options.quiet !== undefined || typeof options.rights === 'string',
        verbose: options.verbose !== undefined,
        json: options.json !== undefined,
      },
      showLine,
    );
    useTerminal(own);
    const settings = loadSettings(name);
    // Astro saves its store later, outside of our code.
    const failLate = (error: unknown) =>
      fail(isDiskFull(error) ? explainDiskError(error, settings.cacheDir, 'CACHE_DIR') : error);
    process.on('uncaughtException', failLate);
    // The dev preview prints rejections with their stacks and continues.
    process.on('unhandledRejection', (error) => {
      if (isDiskFull(error) || process.listenerCount('unhandledRejection') === 1)
        failLate(error);
    });
    await command({ ...given, settings, terminal: own }).catch((error) => {
      throw explainPlace(error, settings);
    });
  } catch (error) {
    fail(error);
  }
  end();
}

/** @throws {CommandError} with all mistakes in the environment or `.env` */
function loadSettings(name: CommandName): Settings {
  const own = loadEnvironmentFile();
  if (readsContent(name)) setContentFolder();
  const { settings, problems } = parseSettings(process.env, Date.now());
  const swallowed = findSwallowed(name, process.env);
  const all = [
    ...problems,
    ...findMisspelled(Object.keys(process.env), own),
    ...(swallowed === undefined
      ? []
      : [
          `--${swallowed}: write \`${callOf(name, `--${swallowed}`)}\`; without \`--\` npm keeps it`,
        ]),
  ];
  if (all.length > 0) throw new CommandError(all.join('\n'));
  return settings;
}

function readsContent(name: CommandName): boolean {
  const row: CommandRow = commandTable[name];
  return row.settings.includes('CONTENT_DIR');
}

/**
 * Sets `CONTENT_DIR` in the environment to the content folder that was found, if it is not set. Whatever
 * reads the settings later, and in child processes, gets the same folder.
 */
function setContentFolder(): void {
  if (process.env['CONTENT_DIR']) return;
  const found = findContentFolder(process.cwd());
  if (found !== undefined) process.env['CONTENT_DIR'] = found;
  if (hasUnreadSettings(process.cwd()))
    terminal().warn(
      `warning: publication.yaml: not read, since ${usualContentFolder}/ is the content folder; move it there, or set CONTENT_DIR=.`,
    );
}

/** Loads `.env` into the environment, which takes precedence. Returns the names in it. */
function loadEnvironmentFile(): ReadonlySet<string> {
  const found = statSync('.env', { throwIfNoEntry: false });
  if (found === undefined) return new Set();
  if (!found.isFile())
    throw new CommandError('.env: expected a file of settings, one per line');
  try {
    process.loadEnvFile('.env');
    return new Set(Object.keys(parseEnv(readFileSync('.env', 'utf8'))));
  } catch (error) {
    throw new CommandError(`.env: cannot be read: ${(error as Error).message}`);
  }
}

/** Explains an error of the disk, with the setting that names the folder. */
function explainPlace(error: unknown, { cacheDir, contentDir }: Settings): unknown {
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

/** Errors that are printed without their stack. */
const selfExplaining: readonly string[] = [
  'StageError',
  'InvalidContent',
  'ChangedContent',
  'LostFromCache',
  'HostingError',
  'PassingError',
  'CommandError',
  'ShardError',
  'StoreError',
];

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return selfExplaining.includes(error.name) ? error.message : (error.stack ?? error.message);
}

const packagesReplaced =
  'The packages in node_modules were removed or replaced while this command was running (by `npm ci`, for example): run it again.';

/** Whether a running install has removed the packages of the project. */
function arePackagesGone(): boolean {
  return !existsSync(landmark);
}

/**
 * Ends this process with one sentence, and without the errors that would follow, when an install
 * removes or replaces the packages of the project.
 */
export function endWhenReplaced(): void {
  const { stderr } = process;
  const write: typeof stderr.write = stderr.write.bind(stderr);
  const end = (): never => {
    stderr.write = write;
    console.error(packagesReplaced);
    process.exit(exitCodes.tryAgain);
  };
  stderr.write = ((...text: Parameters<typeof write>) =>
    arePackagesGone() ? end() : write(...text)) as typeof write;
  watchFile(landmark, { interval: 500, persistent: false }, (now, before) => {
    if (now.ino !== before.ino || now.mtimeMs !== before.mtimeMs) end();
  });
}

/** A file that every install has, and that adding packages does not change. */
const landmark = join(
  findPackage('astro') ?? join(packageFolder(), 'node_modules/astro'),
  'package.json',
);
