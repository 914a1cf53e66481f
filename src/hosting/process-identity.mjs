import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * What tells this process from every other, its number being used again later included.
 * `machine` is one string per place where process numbers have one meaning: host, boot, and
 * on Linux the container.
 *
 * @typedef {{ pid: number, start: string, machine: string }} ProcessIdentity
 * @returns {ProcessIdentity}
 */
export function processIdentity() {
  known ??= { pid: process.pid, start: startOf(process.pid) ?? '', machine: machine() };
  return known;
}

/** @type {ProcessIdentity | undefined} */
let known;

/**
 * When a process of this machine started, in a form to compare only. Undefined: there is no
 * such process. Empty: there is one, but this system does not say since when.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM'))
      return undefined;
  }
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return '';
  return attempt(() =>
    execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }),
  );
}

/** @param {number} pid */
function startOnLinux(pid) {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // proc(5): the name may hold spaces and brackets; state is the first field after it, and
  // the start time the twentieth. A zombie runs no more.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : (fields[19] ?? '');
}

function machine() {
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const numbers = attempt(() => readlinkSync('/proc/self/ns/pid'));
  return [hostname(), boot, numbers].map((part) => part.trim()).join(' ');
}

/** @param {() => string} read */
function attempt(read) {
  try {
    return read().trim();
  } catch {
    return '';
  }
}
