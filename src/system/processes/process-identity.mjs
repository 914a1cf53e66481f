import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Identifies this process, also among later ones with the same number. `machine` is the scope in which
 * process numbers are unique: host, boot, and on Linux the container.
 *
 * @typedef {{ pid: number, start: string, machine: string }} ProcessIdentity
 * @returns {ProcessIdentity}
 */
export function processIdentity() {
  known ??= { pid: process.pid, start: startTimeOf(process.pid) ?? '', machine: machine() };
  return known;
}

/** @type {ProcessIdentity | undefined} */
let known;

/**
 * The start time of a process on this machine, for comparison only. Undefined if there is no such
 * process; empty if the system does not report start times.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function startTimeOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
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
  // proc(5): the name may contain spaces and parentheses; after it, the state is the first field and
  // the start time the twentieth. A zombie has ended.
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
