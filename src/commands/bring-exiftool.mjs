import { spawnSync } from 'node:child_process';
import { installDebianPackages } from './install-debian-packages.mjs';

/**
 * Sees to it that the tests can read pictures' metadata with a program that is not ours. Going
 * without is an error only where `CI=true`; elsewhere those tests are skipped.
 * @throws {Error} with the cure
 */
export function bringExiftool() {
  if (hasExiftool()) return;
  const problem = installDebianPackages(['libimage-exiftool-perl'], 'exiftool');
  if (hasExiftool()) return;
  const text = `No exiftool for the tests: ${problem ?? 'it does not start'}\nInstall it: https://exiftool.org`;
  if (process.env['CI'] === 'true') throw new Error(text);
  console.warn(`${text}\nTests that need it are skipped.`);
}

/** Whether `exiftool` can be started. */
export function hasExiftool() {
  return spawnSync('exiftool', ['-ver'], { stdio: 'ignore' }).status === 0;
}
