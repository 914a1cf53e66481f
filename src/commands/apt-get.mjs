import { spawnSync } from 'node:child_process';

/** Begins the arguments that install packages without a question. */
export const INSTALL = ['install', '-y', '--no-install-recommends'];

/** What to put before a command to run it as root; undefined: there is no way. */
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
  // `env`, because sudo drops the environment. Another apt at work is waited for.
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
