import { existsSync } from 'node:fs';
import { INSTALL, runApt, superuser } from './apt-get.mjs';

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
  console.error(`Installing ${what} for the tests with apt-get; this may take a minute …`);
  const problem = runApt(as, ['update']) ?? runApt(as, [...INSTALL, ...names]);
  return problem && `apt-get install ${names.join(' ')}: ${problem}`;
}
