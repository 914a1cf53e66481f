import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdLock } from '../hosting/hold-lock.mjs';
import { runNpm } from './run-npm.mjs';

/**
 * Where the programs of hosts and the judges of headers are, with a lockfile of their own: large,
 * and nothing but the tests of hosting needs them.
 * @param {string} root the project's folder
 */
export function hostingPackages(root) {
  return join(root, 'tests/hosting/packages');
}

/** Whether they are there as their lockfile names them. @param {string} root */
export function hasHostingPackages(root) {
  const folder = hostingPackages(root);
  const record = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const versionOf = (/** @type {string} */ file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path]) =>
        /^node_modules\/(?:wrangler|@mdn\/[^/]+|@netlify\/[^/]+|csp_evaluator)$/u.test(path),
      )
      .map(([path, { version }]) => `${path} ${version}`)
      .join();
  return versionOf(record) === versionOf(join(folder, 'package-lock.json'));
}

/**
 * Installs them. Two at once: the second waits and finds it done.
 * @param {string} root
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function installHostingPackages(root) {
  const release = await holdLock(join(root, '.cache/hosting-packages.lock'), {
    onWait: (holder) => console.error(`Waiting for ${holder}, which is installing packages …`),
  });
  try {
    if (hasHostingPackages(root)) return undefined;
    console.error('Installing the hosts that the tests run (wrangler and others) …');
    // None of them needs a script to be put in place.
    const { status } = await runNpm(
      ['ci', '--include=dev', '--prefer-offline'],
      hostingPackages(root),
      ['--ignore-scripts=true'],
    );
    return status === 0 ? undefined : 'tests/hosting/packages: npm could not install them';
  } finally {
    await release?.();
  }
}
