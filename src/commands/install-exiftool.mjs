import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './install-debian-packages.mjs';

/**
 * Sees to it that the tests can read pictures' metadata with a program that is not ours.
 * @returns {string | undefined} why it cannot be had, with the cure
 */
export function installExiftool() {
  if (hasExiftool()) return undefined;
  const problem = installDebianPackages(['libimage-exiftool-perl'], 'exiftool');
  if (hasExiftool()) return undefined;
  return `${problem ?? 'it does not start'}\nInstall it: https://exiftool.org`;
}

/** Whether `exiftool` can be started. */
export function hasExiftool() {
  return spawnSync('exiftool', ['-ver'], { stdio: 'ignore' }).status === 0;
}
