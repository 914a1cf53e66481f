import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNodePresent } from './bundled-node.mjs';

/**
 * What is wanted of package-lock.json: `build` is what users run, `all` the development packages
 * as well.
 * @typedef {'build' | 'all'} Extent
 */

/**
 * Whether node_modules holds what package-lock.json names, for this system. A stamp answers,
 * written after everything else: a half install has none. Reads two files.
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
 * Whether somebody has just run npm by hand and left everything as the lockfile has it, so that
 * a minute of installing again can be saved. npm writes its own record last, too. A stamp of
 * another system speaks against it: the folder came from there.
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
  // Which C library this is takes long to find out; its packages come in pairs, one is enough.
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
