import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Installs packages of Debian or Ubuntu, where apt is there and we may use it.
 * @param {string[]} names
 * @param {string} what they are for, as it is told while somebody waits
 * @returns {string | undefined} why that did not work, undefined when it did
 */
export function installDebianPackages(names, what) {
  if (!existsSync('/usr/bin/apt-get')) return 'no apt-get to install it with';
  const as = superuser();
  if (as === undefined) return 'apt-get: we are not root, and sudo asks a password';
  console.log(`Installing ${what} for the tests with apt-get; this may take a minute …`);
  const problem = runApt(as, ['update']) ?? runApt(as, [...INSTALL, ...names]);
  return problem && `apt-get install ${names.join(' ')}: ${problem}`;
}

const INSTALL = ['install', '-y', '--no-install-recommends'];

/** What to put before a command to run it as root; undefined: there is no way. */
function superuser() {
  if (process.getuid?.() === 0) return [];
  const { status } = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} as @param {string[]} args @returns {string | undefined} what went wrong */
function runApt(as, args) {
  // `env`, because sudo drops the environment. Another apt at work is waited for.
  const settings = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const [command = '', ...rest] = [...as, ...settings, 'apt-get', ...options, ...args];
  const { status, stderr, error } = spawnSync(command, rest, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return undefined;
  return lastLine(stderr) ?? error?.message ?? `exit code ${status}`;
}

/** The last line of what a program said. @param {string | null} text null: it did not start */
export function lastLine(text) {
  return text?.trim().split('\n').at(-1) || undefined;
}
