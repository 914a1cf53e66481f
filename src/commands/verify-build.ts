import { fork } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Settings } from '../content/settings/settings.ts';
import { outputFolders, outputParts } from '../hosting/output/output-folders.ts';
import { listFiles } from '../system/cache/list-files.ts';
import { workerScript } from '../system/processes/worker-script.ts';
import { type Progress, terminal } from '../system/terminal/terminal.ts';
import { CommandError } from './parse-command.ts';

/** How many files a message lists. */
const maxListed = 10;

/**
 * Builds the same content with an empty cache into a temporary folder, in a child process, and compares
 * every byte with the output.
 *
 * @throws {CommandError} if that build fails or a file differs
 */
export async function verifyBuild(settings: Settings): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-verify-'));
  try {
    terminal().info('Building again from scratch to compare …');
    const clean = join(folder, 'dist');
    await build({
      ...environmentOf(settings),
      OUT_DIR: clean,
      CACHE_DIR: join(folder, 'cache'),
    });
    const { out } = await outputFolders(settings.outDir);
    const files = outputParts.flatMap((part) => differences(out + part, clean + part));
    if (files.length === 0) {
      const count = listFiles(out).length;
      terminal().info(`Verified: a build from scratch makes the same ${count} files`);
      return;
    }
    const more = files.length > maxListed ? [`… and ${files.length - maxListed} more`] : [];
    throw new CommandError(
      [
        `build: expected the same bytes as a build from scratch, got other bytes in ${files.length} files:`,
        ...files.slice(0, maxListed).map((file) => `  ${file}`),
        ...more,
        'Build with --force, and report this as a bug: both builds must be the same.',
      ].join('\n'),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The settings as environment variables. */
function environmentOf({ contentDir, siteUrl, basePath, now, skipInvalid }: Settings) {
  return {
    CONTENT_DIR: resolve(contentDir),
    ...(siteUrl && { SITE_URL: siteUrl }),
    BASE_PATH: basePath,
    NOW: new Date(now).toISOString(),
    SKIP_INVALID: skipInvalid ? '1' : '',
    ALLOW_EMPTY: '1',
  };
}

/** A message of the child process. */
export type BuildEvent =
  | { readonly stage: string }
  | { readonly task: string; readonly part?: Progress };

/** The names of its stages here. */
const second = (text: string) => `Second build, ${text}`;

function build(environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done, fail) => {
    const child = fork(workerScript('commands/build-again'), ['--quiet'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('message', (event: BuildEvent) => {
      if ('stage' in event) terminal().stage(second(event.stage));
      else terminal().progress(second(event.task), event.part);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new CommandError(`build: the build from scratch failed:\n${errors.trim()}`));
    });
  });
}

/** Paths of files that differ between two folders. */
function differences(first: string, second: string): string[] {
  const [a, b] = [hashesOf(first), hashesOf(second)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((file) => a.get(file) !== b.get(file))
    .map((file) => join(first, file));
}

function hashesOf(folder: string): Map<string, string> {
  const files = existsSync(folder) ? listFiles(folder) : [];
  return new Map(files.map((file) => [file, hash('sha256', readFileSync(join(folder, file)))]));
}
