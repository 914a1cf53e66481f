import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { LockedPackage } from '../src/commands/licences.ts';
import { readManifest } from '../src/system/cache/find-package.ts';
import { holdLock } from '../src/system/processes/hold-lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';
import { projectRoot } from './test-site.ts';

/** The package as users have it: packed from this project, and installed into an empty folder. */
export interface InstalledPackage {
  /** The folder with the user's package.json and `node_modules`. Its path has a space and a letter outside ASCII. */
  readonly folder: string;
  /** The folder of the package, in `node_modules`. */
  readonly packageFolder: string;
  readonly tarball: string;
  /** Paths of the files of the package, with `/`, sorted. */
  readonly files: readonly string[];
}

/** Why packages could not be installed. */
interface NotInstalled {
  readonly missing: string;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Gives the package, packed and installed once for a test run. Tests share it and must not change it.
 * Where packages cannot be had, the test is skipped and the result is undefined.
 */
export async function installedPackage(t: TestContext): Promise<InstalledPackage | undefined> {
  const shared = process.env['SHARED_TEST_SITES'];
  const top = join(shared ?? (await temporaryFolder(t)), 'package');
  const release = await holdLock(`${top}.lock`);
  try {
    const record = join(top, 'installed.json');
    if (!existsSync(record)) {
      await mkdir(top, { recursive: true });
      const made = await packAndInstall(projectRoot, join(top, 'one Süden'));
      await writeFile(record, JSON.stringify(made));
    }
    const installed: InstalledPackage | NotInstalled = JSON.parse(
      await readFile(record, 'utf8'),
    );
    if ('folder' in installed) return installed;
    t.skip(installed.missing);
    return undefined;
  } finally {
    await release?.();
  }
}

/** Packs a project and installs the tarball, with the versions of its lockfile, into a new folder. */
async function packAndInstall(
  root: string,
  folder: string,
): Promise<InstalledPackage | NotInstalled> {
  await mkdir(folder, { recursive: true });
  const { filename, integrity, files, name, version } = pack(root, folder);
  const own = `file:${filename}`;
  const project = { private: true, dependencies: { [name]: own } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(project));
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const { devDependencies: _, ...manifest } = packages[''];
  const needed = Object.entries<LockedPackage>(packages).filter(
    ([place, { dev }]) => place !== '' && !dev,
  );
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': project,
      [`node_modules/${name}`]: { ...manifest, version, resolved: own, integrity },
      ...Object.fromEntries(needed),
    },
  };
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  // Configurations of other tools in the project are not ours.
  for (const file of ['tsconfig.json', 'postcss.config.mjs', 'astro.config.mjs'])
    await writeFile(join(folder, file), '{ broken');
  const installed = npm(['ci', '--prefer-offline'], folder);
  if (installed.status !== 0) return { missing: `npm ci failed: ${installed.stderr}` };
  return {
    folder,
    packageFolder: join(folder, 'node_modules', name),
    tarball: join(folder, filename),
    files: files.map(({ path }) => path).sort(),
  };
}

/** What `npm pack` prints of a tarball. */
interface Packed {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs a project into a folder, as `npm publish` would; with `isBundled` it has `lib` already. */
export function pack(root: string, folder: string, { isBundled = false } = {}): Packed {
  const own = isBundled ? ['--ignore-scripts'] : [];
  const { status, stdout, stderr } = npm(
    ['pack', '--json', '--pack-destination', folder, ...own],
    root,
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stderr}`);
  // The scripts before and after print, too.
  const [packed] = JSON.parse(/^\[\n[\s\S]*?^\]$/mu.exec(stdout)?.[0] ?? '[]');
  return packed;
}

/**
 * Installs tarballs and packages into a copy of a folder, as a user does who upgrades. Undefined where they
 * cannot be had, and the test is skipped.
 */
export async function upgradedFolder(
  t: TestContext,
  { folder }: InstalledPackage,
  packages: readonly string[],
): Promise<string | undefined> {
  const own = join(await temporaryFolder(t), 'upgraded');
  // npm replaces files and does not change them.
  await linkFiles(folder, own);
  const installed = npm(['install', '--prefer-offline', ...packages], own);
  if (installed.status === 0) return own;
  t.skip(`npm install failed: ${installed.stderr}`);
  return undefined;
}

/** Copies a folder without copying the bytes of files. Links are copied. */
async function linkFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFiles(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    // Another disk, or a package.json that npm changes.
    else if (entry.name === 'package.json') await copyFile(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** The npm that comes with the machine; our Node is first on the path of scripts only. */
function npm(args: readonly string[], cwd: string) {
  const program = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const env = { ...process.env };
  // Settings of the npm that runs the tests are not those of a user.
  for (const key of Object.keys(env)) if (/^npm_config_/iu.test(key)) delete env[key];
  return spawnSync(program, [...args, '--no-audit', '--no-fund'], {
    ...{ cwd, env, encoding: 'utf8' },
    shell: process.platform === 'win32',
  });
}

/** A folder of a user that has the package installed: an empty project of its own for a test. */
export async function userFolder(
  t: TestContext,
  { folder }: InstalledPackage,
): Promise<string> {
  const own = join(await temporaryFolder(t), 'my päper');
  await mkdir(own);
  await symlink(join(folder, 'node_modules'), join(own, 'node_modules'), 'junction');
  return own;
}

/** Runs `dateline` with these arguments in a folder that has it installed. */
export function runInstalled(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = startInstalled(folder, args, env);
  return new Promise((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Starts `dateline` as `npx` does: the link of the program in `node_modules/.bin`. */
export function startInstalled(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { name } = readManifest(projectRoot);
  const program = join(folder, 'node_modules', name ?? '', 'bin/dateline.mjs');
  return spawn(process.execPath, [program, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
