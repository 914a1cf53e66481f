import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What Astro asks for. */
const NEEDED = { major: 22, minor: 12 };

/**
 * Whether the Node that npm scripts find first is there: the one that came with the install, or
 * this one. Only looks; does not start it.
 * @param {string} root the project's folder
 */
export function isNodePresent(root) {
  const file = statSync(bundledNodePath(root), { throwIfNoEntry: false });
  return file?.isFile() === true || isRecent(process.versions.node);
}

/**
 * Why the Node that came with the install does not do, as the end of a sentence; undefined when
 * it does. On a system that it is not made for (Alpine's C library) it gives way to the
 * machine's own Node, where that is recent enough.
 * @param {string} root
 */
export function bundledNodeProblem(root) {
  const path = bundledNodePath(root);
  const { stdout, error } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  const version = stdout?.trim().slice(1);
  if (version && isRecent(version)) return undefined;
  if (isRecent(process.versions.node) && process.execPath !== path) {
    rmSync(path, { force: true });
    return undefined;
  }
  return version
    ? `is ${version}, too old`
    : `does not start (${error?.message ?? 'no answer'})`;
}

/** @param {string} root */
function bundledNodePath(root) {
  const name = process.platform === 'win32' ? 'node/bin/node.exe' : '.bin/node';
  return join(root, 'node_modules', name);
}

/** @param {string} version */
function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
}
