import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { withLock } from '../hosting/hold-lock.mjs';
import {
  bundledNodeProblem,
  isInstalled,
  isInstalledByHand,
  stampInstalled,
} from './installed-packages.mjs';

/**
 * Installs exactly what package-lock.json names, and makes sure that the Node among it runs. One
 * process at a time.
 *
 * @param {string} root the project's folder
 * @param {import('./installed-packages.mjs').Extent} extent
 * @throws {Error} with the cure
 */
export async function installPackages(root, extent) {
  await withLock(join(root, '.cache/set-up.lock'), 'installing packages', async () => {
    if (isInstalled(root, extent)) return;
    /** @type {import('./installed-packages.mjs').Extent[]} */
    const extents = ['all', extent];
    const found = extents.find((one) => isInstalledByHand(root, one));
    const ready = found !== undefined && bundledNodeProblem(root) === undefined;
    if (!ready) await install(root, extent);
    stampInstalled(root, ready ? found : extent);
  });
}

/** @param {string} root @param {import('./installed-packages.mjs').Extent} extent */
async function install(root, extent) {
  console.error(
    extent === 'all'
      ? 'Installing packages, those for tests included; this takes about a minute …'
      : 'Installing packages; this takes about a minute …',
  );
  const which = extent === 'all' ? '--include=dev' : '--omit=dev';
  // Adds what is missing. `npm ci` would first remove all packages: other commands may be using them,
  // and Windows does not remove a program that runs.
  const adds = isInstalled(root, 'build');
  const how = adds ? ['install', '--no-save', which] : ['ci', which];
  let result = await runNpm([...how, '--prefer-offline'], root);
  // The cache of npm may be older than the lockfile, or the network failed: once more without it.
  if (result.status !== 0 && !OFFLINE.test(result.errors)) result = await runNpm(how, root);
  if (result.status !== 0)
    throw new Error(CURES.find(([error]) => error.test(result.errors))?.[1]);
  const problem = bundledNodeProblem(root);
  if (problem === undefined) return;
  throw new Error(
    `The packages are installed, but the Node that comes with them ${problem}. Remove the ` +
      'node_modules folder and run the command again, or use a Node 22.12 or newer of your own.',
  );
}

/** npm cannot reach the network. */
const OFFLINE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/u;

/** What npm prints, and the cure. @type {[RegExp, string][]} */
const CURES = [
  [
    OFFLINE,
    "The packages could not be fetched: the package registry cannot be reached. Connect to the network (or set npm's proxy or registry), then run the command again.",
  ],
  [
    /EUSAGE/u,
    'package.json and package-lock.json disagree: run "npm install", then the command again.',
  ],
  [
    /ENOSPC/u,
    'The disk is full: the packages need about 500 MB, with those for tests 720 MB. Make room, then run the command again.',
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
 * Runs npm, prints only its errors, and overrides settings of the user that would leave something
 * out. It is the npm that runs this script, with its Node: the one in node_modules may be removed.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {readonly string[]} overriding options with precedence over those of every run
 * @returns {Promise<{ status: number, errors: string }>} `errors`: what it printed as errors
 */
export function runNpm(args, cwd, overriding = []) {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const all = [...args, ...FLAGS, ...overriding];
  const isKnown = npm?.endsWith('.js') && node !== undefined && !node.startsWith(cwd);
  // On Windows npm is a script of the command shell; the arguments are all our own.
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
    process.stderr.write(chunk);
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
  '--include=optional',
  // An install script, which package.json allows, puts the Node that Astro needs in its place.
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
