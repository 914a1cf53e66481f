import { join } from 'node:path';
import { withLock } from '../hosting/hold-lock.mjs';
import {
  bundledNodeProblem,
  isInstalled,
  isInstalledByHand,
  stampInstalled,
} from './installed-packages.mjs';
import { isOffline, runNpm } from './run-npm.mjs';

/**
 * Installs exactly what package-lock.json names, and makes sure that the Node among it runs. One
 * process at a time.
 *
 * @param {string} root the project's folder
 * @param {import('./installed-packages.mjs').Extent} extent
 * @throws {Error} with the cure
 */
export async function installPackages(root, extent) {
  await withLock(join(root, '.cache/set-up.lock'), 'installing packages', async () => {
    if (isInstalled(root, extent)) return;
    /** @type {import('./installed-packages.mjs').Extent[]} */
    const extents = ['all', extent];
    const found = extents.find((one) => isInstalledByHand(root, one));
    const ready = found !== undefined && bundledNodeProblem(root) === undefined;
    if (!ready) await install(root, extent);
    stampInstalled(root, ready ? found : extent);
  });
}

/** @param {string} root @param {import('./installed-packages.mjs').Extent} extent */
async function install(root, extent) {
  console.error(
    extent === 'all'
      ? 'Installing packages, those for tests included; this takes about a minute …'
      : 'Installing packages; this takes about a minute …',
  );
  const which = extent === 'all' ? '--include=dev' : '--omit=dev';
  // Adds what is missing. `npm ci` would first remove all packages: other commands may be using them,
  // and Windows does not remove a program that runs.
  const adds = isInstalled(root, 'build');
  const how = adds ? ['install', '--no-save', which] : ['ci', which];
  let result = await runNpm([...how, '--prefer-offline'], root);
  // The cache of npm may be older than the lockfile, or the network failed: once more without it.
  if (result.status !== 0 && !isOffline(result.errors)) result = await runNpm(how, root);
  if (result.status !== 0) throw new Error(explainFailure(result.errors));
  const problem = bundledNodeProblem(root);
  if (problem === undefined) return;
  throw new Error(
    `The packages are installed, but the Node that comes with them ${problem}. Remove the ` +
      'node_modules folder and run the command again, or use a Node 22.12 or newer of your own.',
  );
}

/** @param {string} errors what npm printed */
function explainFailure(errors) {
  if (isOffline(errors)) {
    return "The packages could not be fetched: the package registry cannot be reached. Connect to the network (or set npm's proxy or registry), then run the command again.";
  }
  if (errors.includes('EUSAGE')) {
    return 'package.json and package-lock.json disagree: run "npm install", then the command again.';
  }
  if (errors.includes('ENOSPC')) {
    return 'The disk is full: the packages need about 500 MB, with those for tests 720 MB. Make room, then run the command again.';
  }
  if (/\b(?:ENOTEMPTY|EBUSY|EPERM)\b/u.test(errors)) {
    return 'Another program is using the node_modules folder, so npm could not replace it. Stop that program (such as `npm run dev`, or an editor), then run the command again.';
  }
  if (/\b(?:EACCES|EROFS)\b/u.test(errors)) {
    return 'This user may not write to the node_modules folder. Change its permissions, then run the command again.';
  }
  return 'npm could not install the packages; its messages are above. Fix that, then run the command again.';
}
