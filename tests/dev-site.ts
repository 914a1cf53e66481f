import { spawn } from 'node:child_process';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, type Environment, type Files, projectRoot } from './test-site.ts';

/** A running dev preview. */
export interface DevSite {
  /** With the base path and a slash: `http://localhost:4321/news/`. */
  readonly address: string;
  /** An absolute path. */
  readonly contentDir: string;
  /** Replaces each file at once, because a busy machine could read a partial one. */
  readonly change: (files: Files) => Promise<void>;
  /** The exit code and all output, once the process has ended. */
  readonly ended: Promise<{ code: number | null; output: string }>;
  /** What it printed since the last call, without the output of an unfinished step. */
  readonly said: () => string;
}

/** Milliseconds to wait for an expected event; long because the machine may be busy. */
export const patience = 120_000;

/**
 * Writes `files` into a temporary content folder and runs `npm run dev` for it until the test
 * ends, on a free port and at noon of 1 June 2026.
 */
export async function startDev(
  t: TestContext,
  files: Files,
  env: Environment = {},
  root = projectRoot,
): Promise<DevSite> {
  const folder = await temporaryFolder(t);
  const contentDir = join(folder, 'content');
  await mkdir(contentDir);
  await change(contentDir, files);
  const cacheDir = env['CACHE_DIR'] ?? (await takeCache(t));
  const dev = runDev({ CONTENT_DIR: contentDir, CACHE_DIR: cacheDir, ...env }, root);
  t.after(dev.stop);
  const address = await dev.address;
  return {
    ...{ address, contentDir, said: dev.said, ended: dev.ended },
    change: async (more) => {
      for (const [path, content] of Object.entries(more)) {
        const [, parents = '', name = ''] = /^(.*\/)?(.*)$/u.exec(path) ?? [];
        const whole = content === null ? path : `${parents}.${name}.new`;
        await change(contentDir, { [whole]: content });
        if (whole !== path) await rename(join(contentDir, whole), join(contentDir, path));
      }
    },
  };
}

/** Runs the command with these settings. */
function runDev(env: Environment, cwd: string) {
  const unset = ['NODE_TEST_CONTEXT', 'BASE_PATH', 'SITE_URL', 'HOST', 'SKIP_INVALID'];
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const child = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      ...{ PORT: '0', NOW: '2026-06-01T12:00:00Z' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let asked = 0;
  let told: (address: string) => void = () => undefined;
  const started = new Promise<string>((resolve) => {
    told = resolve;
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /Dateline is at (\S+)\n/u.exec(output)?.[1];
      if (address !== undefined) told(address);
    });
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
  const failed = ended.then(({ code }) => {
    throw new Error(`the live preview ended with ${code}: ${output}`);
  });
  const address = Promise.race([started, failed]);
  address.catch(() => undefined);
  return {
    address,
    ended,
    said: () => {
      const text = output.slice(asked);
      asked = output.length;
      return text.replaceAll(/^(?:.* …|[A-Z][a-z ]+: \d+ of \d+)\n/gmu, '');
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
