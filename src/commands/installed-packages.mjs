import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What is needed of package-lock.json: `build` for users, `all` with the development packages.
 * @typedef {'build' | 'all'} Extent
 */

/**
 * Whether node_modules has what package-lock.json names, for this system. By a stamp that is written
 * after everything else: an incomplete install has none. Reads two files.
 * @param {string} root the project's folder
 * @param {Extent} extent
 */
export function isInstalled(root, extent) {
  const found = readText(stampPath(root));
  const enough = extent === 'build' ? ['build', 'all'] : ['all'];
  return enough.some((one) => found === stamp(root, one)) && isNodePresent(root);
}

/** Writes the stamp. @param {string} root @param {Extent} extent */
export function stampInstalled(root, extent) {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampPath(root), stamp(root, extent));
}

/**
 * Whether npm was run by hand and installed what the lockfile names: then nothing is installed again.
 * npm writes its own record last, too. A stamp of another system: the folder came from there.
 * @param {string} root
 * @param {Extent} extent
 */
export function isInstalledByHand(root, extent) {
  const old = readText(stampPath(root));
  if (old !== undefined && !old.includes(system())) return false;
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (present === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || (entry.dev === true && extent === 'build')) return true;
    const there = present[path];
    if (there === undefined) return entry.optional === true && !isForHere(entry);
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** @param {string} root */
function stampPath(root) {
  return join(root, 'node_modules/.dateline-stamp');
}

/** @param {string} root @param {string} extent */
function stamp(root, extent) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${system()} ${extent}`;
}

function system() {
  return `${process.platform} ${process.arch}`;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, dev?: boolean,
 *   os?: string[], cpu?: string[], libc?: string[] }} LockEntry
 * @param {LockEntry} entry
 */
function isForHere({ os, cpu, libc }) {
  const fits =
    (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
  // Finding out the C library takes long; its packages come in pairs, and one is enough.
  return fits && libc === undefined && (os !== undefined || cpu !== undefined);
}

/** @param {string} path @returns {Record<string, LockEntry> | undefined} */
function readPackages(path) {
  const text = readText(path);
  return text === undefined ? undefined : JSON.parse(text).packages;
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Whether the Node that npm scripts find first is there: the one of the package `node`, or this one.
 * Does not start it.
 * @param {string} root
 */
function isNodePresent(root) {
  const file = statSync(bundledNodePath(root), { throwIfNoEntry: false });
  return file?.isFile() === true || isRecent(process.versions.node);
}

/**
 * Why the Node of the package `node` does not work, as the end of a sentence; undefined when it does.
 * Where it does not (with Alpine's C library), it is removed if the machine's own Node is recent enough.
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

/** Whether a version is what Astro needs. @param {string} version */
function isRecent(version) {
  return version.localeCompare('22.12.0', 'en', { numeric: true }) >= 0;
}
