import { join } from 'node:path';
import { holdLock } from '../hosting/hold-lock.mjs';
import { bundledNodeProblem } from './bundled-node.mjs';
import { isInstalled, isInstalledByHand, stampInstalled } from './installed-packages.mjs';
import { isOffline, runNpm } from './run-npm.mjs';

/**
 * Installs exactly what package-lock.json names, and makes sure that the Node among them runs. Two
 * at once: the second waits and finds it done.
 *
 * @param {string} root the project's folder
 * @param {import('./installed-packages.mjs').Extent} extent
 * @throws {Error} with the cure
 */
export async function installPackages(root, extent) {
  const release = await holdLock(join(root, '.cache/set-up.lock'), {
    onWait: (holder) => console.error(`Waiting for ${holder}, which is installing packages …`),
  });
  try {
    if (isInstalled(root, extent)) return;
    // Whoever installed all by hand need not do so again for the tests.
    /** @type {import('./installed-packages.mjs').Extent[]} */
    const extents = ['all', extent];
    const found = extents.find((one) => isInstalledByHand(root, one));
    const ready = found !== undefined && bundledNodeProblem(root) === undefined;
    if (!ready) await install(root, extent);
    stampInstalled(root, ready ? found : extent);
  } finally {
    await release?.();
  }
}

/** @param {string} root @param {import('./installed-packages.mjs').Extent} extent */
async function install(root, extent) {
  console.error(
    extent === 'all'
      ? 'Installing packages, those for tests included; this takes about a minute …'
      : 'Installing packages; this takes about a minute …',
  );
  const which = extent === 'all' ? '--include=dev' : '--omit=dev';
  // Adds what is missing. `npm ci` would first remove all packages, which other commands may be
  // using, and of which Windows removes none that runs.
  const adds = isInstalled(root, 'build');
  const how = adds ? ['install', '--no-save', which] : ['ci', which];
  let result = await runNpm([...how, '--prefer-offline'], root);
  // A cache that is older than the lockfile, or a passing fault: once more, asking anew.
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
