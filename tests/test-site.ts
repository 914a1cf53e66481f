import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { settingTable } from '../src/content/settings/setting-table.ts';
import { holdLock } from '../src/system/processes/hold-lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';
import { emptyCacheFolder, takeCache } from './test-cache.ts';

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../', import.meta.url));

/** Text or bytes of a file, the target of a symbolic link, or null to remove the file. */
export type FileContent = string | Uint8Array | { readonly link: string } | null;
export type Files = Readonly<Record<string, FileContent>>;
export type Environment = Readonly<Record<string, string>>;

/** How a build ended. */
export interface Ended {
  /** The exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The result of a build, and its output folder at the time of each call. */
export interface SharedSite extends Ended {
  /** The absolute path of the output folder. */
  readonly outDir: string;
  /** A file of the output as text. */
  read(path: string): Promise<string>;
  /** Paths of all files of the output, with `/`, sorted. */
  list(): Promise<string[]>;
  /** SHA-256 of every file of the output by path. */
  hashes(): Promise<Record<string, string>>;
}

/** A site that belongs to one test, which may change and rebuild it. */
export interface BuiltSite extends SharedSite {
  /** Absolute paths of the other folders of this site. */
  readonly contentDir: string;
  readonly cacheDir: string;
  /** Changes the content folder and builds again, with the same cache and output folder. */
  rebuild(changes: Files, env?: Environment): Promise<BuiltSite>;
  /**
   * Builds the current content folder with an empty cache into another folder. Clean builds of
   * one site run one after another.
   */
  buildClean(env?: Environment): Promise<BuiltSite>;
  /**
   * Builds the current content folder into an empty folder, with the cache of the last such build:
   * that of a machine which keeps nothing else.
   */
  buildCached(env?: Environment): Promise<BuiltSite>;
}

export interface TestSiteOptions {
  /** The project that builds; this one by default. */
  readonly root?: string;
  /** An existing content folder; `files` are then not written. */
  readonly contentDir?: string;
  /** The cache starts without compiled code and may be damaged. */
  readonly emptyCache?: boolean;
}

/**
 * Writes `files` into a temporary content folder and builds it with the build command in a
 * child process, with its own cache and output folder, at noon of 1 June 2026, for
 * https://news.example. A failed build does not throw: check `code`.
 */
export async function buildSite(
  t: TestContext,
  files: Files,
  env: Environment = {},
  { root = projectRoot, contentDir, emptyCache = false }: TestSiteOptions = {},
): Promise<BuiltSite> {
  const folder = await temporaryFolder(t);
  const content = contentDir ?? join(folder, 'content');
  if (contentDir === undefined) {
    await mkdir(content);
    await change(content, files);
  }
  let clean = 0;
  const site = emptyCache ? join(folder, 'site', 'cache') : await takeCache(t);
  let emptied: string | undefined;
  let kept: string | undefined;
  const cacheOf = async (name: string) => {
    if (name === 'site') return site;
    if (name === 'cached') {
      kept ??= emptyCache ? join(folder, name, 'cache') : await takeCache(t);
      return kept;
    }
    if (emptyCache) return join(folder, name, 'cache');
    emptied ??= await takeCache(t);
    await emptyCacheFolder(emptied);
    return emptied;
  };
  const build = async (name: string, settings: Environment): Promise<BuiltSite> => {
    const outDir = join(folder, name, 'out');
    const cacheDir = await cacheOf(name);
    const ended = await run(root, {
      CONTENT_DIR: content,
      OUT_DIR: outDir,
      CACHE_DIR: cacheDir,
      ...settings,
    });
    return {
      ...ended,
      ...outputOf(outDir),
      contentDir: content,
      cacheDir,
      rebuild: async (changes, again = {}) => {
        await change(content, changes);
        return build(name, again);
      },
      buildClean: (again = {}) => {
        clean += 1;
        return build(`clean-${clean}`, again);
      },
      buildCached: async (again = {}) => {
        const place = join(folder, 'cached', 'out');
        for (const old of [place, `${place}-hosting`])
          await rm(old, { recursive: true, force: true });
        return build('cached', again);
      },
    };
  };
  return build('site', env);
}

/**
 * A built site that no test changes. `npm test` builds each different one once, for all test
 * files; a test file that runs alone builds its own.
 * @throws {Error} if the build fails
 */
export async function sharedSite(
  t: TestContext,
  files: Files,
  env: Environment = {},
  { contentDir }: Pick<TestSiteOptions, 'contentDir'> = {},
): Promise<SharedSite> {
  const contents = Object.entries(files).map(([path, content]) => [path, hashOf(content)]);
  const key = hashOf(JSON.stringify([contents.sort(), env, contentDir]));
  const folder = join(process.env['SHARED_TEST_SITES'] ?? (await temporaryFolder(t)), key);
  const outDir = join(folder, 'out');
  const place = join(folder, 'build.json');
  const release = await holdLock(`${folder}.lock`);
  try {
    const known = await readFile(place, 'utf8').catch(() => undefined);
    if (known !== undefined) return { ...(JSON.parse(known) as Ended), ...outputOf(outDir) };
    const content = contentDir ?? join(folder, 'content');
    await change(join(folder, 'content'), files);
    const folders = { CONTENT_DIR: content, OUT_DIR: outDir, CACHE_DIR: await takeCache(t) };
    const ended = await run(projectRoot, { ...folders, ...env });
    assert.equal(ended.code, 0, ended.stderr);
    await writeFile(place, JSON.stringify(ended));
    return { ...ended, ...outputOf(outDir) };
  } finally {
    await release?.();
  }
}

function outputOf(outDir: string): Omit<SharedSite, keyof Ended> {
  return {
    outDir,
    read: (path) => readFile(join(outDir, path), 'utf8'),
    list: () => listFiles(outDir),
    hashes: () => hashFiles(outDir),
  };
}

/** Paths of all files below a folder, with `/`, sorted; empty if the folder does not exist. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

/** SHA-256 of every file below a folder by path. */
export async function hashFiles(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of await listFiles(folder))
    hashes[path] = hashOf(await readFile(join(folder, path)));
  return hashes;
}

function hashOf(content: FileContent): string {
  const bytes =
    typeof content === 'string' || content instanceof Uint8Array
      ? content
      : JSON.stringify(content);
  return createHash('sha256').update(bytes).digest('hex');
}

/** Fails with the paths that differ, not with the hashes of all files. */
export function assertSameFiles(
  actual: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
  context = 'output',
): void {
  const paths = Object.keys({ ...expected, ...actual }).sort();
  const differ = paths.filter((path) => actual[path] !== expected[path]);
  const how = (path: string) =>
    !(path in actual) ? 'missing' : !(path in expected) ? 'extra' : 'other bytes';
  const shown = differ.slice(0, 5).map((path) => `${path} (${how(path)})`);
  const message = `${context}: ${differ.length} of ${paths.length} files differ: ${shown.join(', ')}`;
  if (differ.length > 0) assert.fail(message);
}

/** Writes files below a folder; `null` removes one. */
export async function change(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true });
    if (content === null) await rm(place);
    else if (typeof content === 'object' && 'link' in content)
      await symlink(content.link, place);
    else await writeFile(place, content);
  }
}

/** Variables of the test run that a build must not see. */
const unset = ['NODE_TEST_CONTEXT'];

/** Ignores settings of the machine and of `.env`: an empty one counts as not set. */
const unsettled = Object.fromEntries(Object.keys(settingTable).map((name) => [name, '']));

/** Settings of a test build. */
const defaults = { NOW: '2026-06-01T12:00:00Z', SITE_URL: 'https://news.example' };

function run(root: string, settings: Environment): Promise<Ended> {
  return startCommand(root, 'src/commands/build.ts', [], settings).ended;
}

/** Starts a command of the project `root`, with these settings and none of the machine. */
export function startCommand(
  root: string,
  script: string,
  args: readonly string[],
  settings: Environment,
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...unsettled, ...defaults, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const code = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { child, ended: code.then((number) => ({ code: number, stdout, stderr })) };
}
