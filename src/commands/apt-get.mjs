import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether there is an apt-get. */
export function hasApt() {
  return existsSync('/usr/bin/apt-get');
}

/**
 * Installs packages of Debian or Ubuntu, where apt is there and this user may use it.
 * @param {string[]} names
 * @param {string} what they are for, as it is printed
 * @returns {string | undefined} what went wrong
 */
export function installDebianPackages(names, what) {
  if (!hasApt()) return 'no apt-get to install it with';
  const as = superuser();
  if (as === undefined) return 'apt-get: we are not root, and sudo asks a password';
  console.error(`Installing ${what} for the tests with apt-get; this may take a minute …`);
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const problem = runApt(as, ['update']) ?? runApt(as, install);
  return problem && `apt-get install ${names.join(' ')}: ${problem}`;
}

/** What goes before a command to run it as root; undefined where this user cannot. */
export function superuser() {
  if (process.getuid?.() === 0) return [];
  const { status } = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return status === 0 ? ['sudo', '-n'] : undefined;
}

/**
 * @param {string[]} as see `superuser` @param {string[]} args @param {string} [cwd]
 * @returns {string | undefined} what went wrong
 */
export function runApt(as, args, cwd) {
  // `env`, because sudo drops the environment. It waits for another apt.
  const settings = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  const [command = '', ...rest] = [...as, ...settings, 'apt-get', ...options, ...args];
  const { status, stderr, error } = spawnSync(command, rest, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return undefined;
  return lastLine(stderr) ?? error?.message ?? `exit code ${status}`;
}

/** @param {string | null} text null: the program did not start */
export function lastLine(text) {
  return text?.trim().split('\n').at(-1) || undefined;
}
