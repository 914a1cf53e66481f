import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../system/processes/hold-lock.mjs';

/**
 * Installs exactly what package-lock.json lists, unless it is installed, and makes sure that the
 * bundled Node (the package `node`) starts. One process at a time.
 *
 * @param {string} root the project folder
 * @throws {Error} saying how to fix it
 */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  await withLock(join(root, '.cache/set-up.lock'), 'installing packages', async () => {
    if (isInstalled(root)) return;
    console.error('Installing packages; this takes about a minute …');
    let result = await runNpm(['ci', '--prefer-offline'], root);
    // The npm cache may be older than the lockfile, or a download failed: retry without the cache.
    if (result.status !== 0 && !OFFLINE.test(result.errors))
      result = await runNpm(['ci'], root);
    if (result.status !== 0) {
      process.stderr.write(result.errors);
      throw new Error(CURES.find(([error]) => error.test(result.errors))?.[1]);
    }
    checkBundledNode(root);
  });
}

/**
 * Whether node_modules contains what package-lock.json lists for this system, whoever ran npm. npm
 * writes its own record (`node_modules/.package-lock.json`) last, so an interrupted install counts
 * as missing. Reads two files and starts nothing.
 *
 * @param {string} folder that contains package-lock.json
 */
export function isInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules/.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  const isComplete = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true && !isForThisSystem(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  const needsNode = wanted['node_modules/node'] !== undefined;
  return isComplete && (!needsNode || isNodePresent(folder));
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @param {string} path
 * @returns {Record<string, LockEntry> | undefined}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @param {LockEntry} entry */
function isForThisSystem({ os, cpu, libc }) {
  const fits =
    (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  // Detecting the C library is slow. Its packages come in pairs, and one of a pair is enough.
  return fits && libc === undefined && (os !== undefined || cpu !== undefined);
}

/** Whether npm scripts find a Node that Astro can run on: the bundled one, or this one. @param {string} root */
function isNodePresent(root) {
  const file = statSync(bundledNodePath(root), { throwIfNoEntry: false });
  return file?.isFile() === true || isRecent(process.versions.node);
}

/**
 * Removes a bundled Node that does not start (on Alpine, for example) if the system's own is recent.
 * @param {string} root
 * @throws {Error} where neither Node works
 */
function checkBundledNode(root) {
  const path = bundledNodePath(root);
  const { stdout, error } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = stdout?.trim().slice(1);
  if (version && isRecent(version)) return;
  if (isRecent(process.versions.node) && process.execPath !== path) {
    rmSync(path, { force: true });
    return;
  }
  const problem = version ? `is ${version}, too old` : `does not start (${error?.message})`;
  throw new Error(
    `The packages are installed, but the bundled Node ${problem}. Remove the node_modules folder ` +
      'and run the command again, or install Node 22.12 or newer.',
  );
}

/** @param {string} root */
function bundledNodePath(root) {
  const name = process.platform === 'win32' ? 'node/bin/node.exe' : '.bin/node';
  return join(root, 'node_modules', name);
}

/** Whether Astro runs on this version of Node. @param {string} version */
function isRecent(version) {
  return version.localeCompare('22.12.0', 'en', { numeric: true }) >= 0;
}

/** npm cannot reach the network. */
const OFFLINE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/u;

/** What npm prints, and what to do. @type {[RegExp, string][]} */
const CURES = [
  [
    OFFLINE,
    "The packages could not be downloaded: the package registry cannot be reached. Connect to the network (or set npm's proxy or registry), then run the command again.",
  ],
  [
    /EUSAGE/u,
    'package.json and package-lock.json disagree: run "npm install", then the command again.',
  ],
  [
    /ENOSPC/u,
    'The disk is full: the packages need about 720 MB. Free some space, then run the command again.',
  ],
  [
    /\b(?:ENOTEMPTY|EBUSY|EPERM)\b/u,
    'Another program is using the node_modules folder, so npm could not replace it. Stop that program (such as `npm run dev`, or an editor), then run the command again.',
  ],
  [
    /\b(?:EACCES|EROFS)\b/u,
    'This user may not write to the node_modules folder. Change its permissions, then run the command again.',
  ],
  [
    /^/u,
    'npm could not install the packages; its messages are above. Fix that, then run the command again.',
  ],
];

/**
 * Runs npm silently, and overrides user settings that would leave something out. It uses the npm and
 * the Node that run this script: the Node in node_modules may be removed.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ status: number, errors: string }>} `errors`: what npm printed as errors
 */
export function runNpm(args, cwd) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  // The last one of two contradicting options wins.
  const all = [...FLAGS, ...args];
  const isKnown = npm?.endsWith('.js') && node !== undefined && !node.startsWith(cwd);
  // On Windows npm is a shell script; every argument is our own.
  const child = isKnown
    ? spawn(node, [npm ?? '', ...all], { cwd, stdio: STDIO })
    : spawn('npm', all, { cwd, stdio: STDIO, shell: process.platform === 'win32' });
  // An install that outlives this process would conflict with the next one.
  const end = () => child.kill();
  const endAll = (/** @type {NodeJS.Signals} */ signal) => {
    end();
    // Windows cannot send SIGHUP.
    if (process.platform === 'win32') process.exit(1);
    process.kill(process.pid, signal);
  };
  process.once('exit', end);
  for (const signal of SIGNALS) process.once(signal, endAll);
  child.once('close', () => {
    process.off('exit', end);
    for (const signal of SIGNALS) process.off(signal, endAll);
  });
  let errors = '';
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', () =>
      reject(new Error('npm could not be started: install npm, which comes with Node.')),
    );
    child.on('close', (status) => resolve({ status: status ?? 1, errors }));
  });
}

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @type {['ignore', 'ignore', 'pipe']} */
const STDIO = ['ignore', 'ignore', 'pipe'];

const FLAGS = [
  // Settings of the user may leave packages out.
  '--include=optional',
  '--include=dev',
  // An install script, which package.json allows, installs the Node that Astro needs.
  '--ignore-scripts=false',
  // The packages run on that Node, not on the one that npm runs on.
  '--engine-strict=false',
  // Fail after seconds without a network, not after a minute.
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-factor=4',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
];
