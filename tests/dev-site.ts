import { spawn } from 'node:child_process';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { temporaryFolder } from './temporary-folder.ts';
import { takeCache } from './test-cache.ts';
import { change, type Environment, type Files, projectRoot } from './test-site.ts';

/** A running live preview. */
export interface DevSite {
  /** With the base path and a slash: `http://localhost:4321/news/`. */
  readonly address: string;
  /** Absolute paths. */
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Changes files by renaming, so that the preview never reads a part of one. */
  readonly change: (files: Files) => Promise<void>;
  /** The exit code, once the process has ended. */
  readonly ended: Promise<number | null>;
  /** Returns what it printed since the last call, without lines about progress. */
  readonly printed: () => string;
}

/** The timeout for an expected event; long because the machine may be busy. */
export const TIMEOUT_MS = 120_000;

/**
 * Writes `files` into a temporary content folder and runs `npm run dev` for it until the test
 * ends, on a free port and at noon of 1 June 2026. `root`: the folder with the code; `project`: where
 * the command runs.
 */
export async function startDev(
  t: TestContext,
  files: Files,
  env: Environment = {},
  root = projectRoot,
  project = root,
): Promise<DevSite> {
  const folder = await temporaryFolder(t);
  const contentDir = join(folder, 'content');
  await mkdir(contentDir);
  await change(contentDir, files);
  const cacheDir = await takeCache(t);
  const dev = runDev({ CONTENT_DIR: contentDir, CACHE_DIR: cacheDir, ...env }, root, project);
  t.after(dev.stop);
  const address = await dev.address;
  return {
    ...{ address, contentDir, cacheDir, printed: dev.printed, ended: dev.ended },
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
function runDev(env: Environment, root: string, cwd: string) {
  const unset = ['NODE_TEST_CONTEXT', 'BASE_PATH', 'SITE_URL', 'HOST', 'SKIP_INVALID'];
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const child = spawn(process.execPath, [join(root, 'src/commands/dev.ts')], {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      ...{ PORT: '0', NOW: '2026-06-01T12:00:00Z' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let returned = 0;
  const started = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /Dateline is at (\S+)\n/u.exec(output)?.[1];
      if (address !== undefined) started.resolve(address);
    });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const failed = ended.then((code) => {
    throw new Error(`the live preview ended with ${code}: ${output}`);
  });
  const address = Promise.race([started.promise, failed]);
  address.catch(() => undefined);
  return {
    address,
    ended,
    printed: () => {
      const text = output.slice(returned);
      returned = output.length;
      return text.replaceAll(/^(?:.* …|[A-Z][a-z ]+: \d+ of \d+)\n/gmu, '');
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
