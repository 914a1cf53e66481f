import { spawn } from 'node:child_process';

/**
 * Runs npm, quietly but for its errors, and independent of what a user's own settings leave out
 * or refuse. It is the npm that runs this script, with its Node: the one in node_modules may be
 * about to go.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {readonly string[]} overriding options that go before the ones of every run
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
  // An install that goes on alone would work against the next one.
  const end = () => child.kill();
  const endAll = (/** @type {NodeJS.Signals} */ signal) => {
    end();
    // Windows knows no SIGHUP to send.
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

/** Whether npm failed for want of a network. @param {string} errors */
export function isOffline(errors) {
  return /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT|ENOTCACHED)\b/u.test(
    errors,
  );
}

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** @type {['ignore', 'ignore', 'pipe']} */
const STDIO = ['ignore', 'ignore', 'pipe'];

const FLAGS = [
  '--include=optional',
  // The Node that Astro needs is put in place by an install script; package.json approves it.
  '--ignore-scripts=false',
  // The packages run on that Node, not on the one that npm runs on.
  '--engine-strict=false',
  // Without a network, say so after seconds, not after a minute.
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-factor=4',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
];
