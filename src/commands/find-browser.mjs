import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { holdLock } from '../hosting/hold-lock.mjs';
import { installDebianBrowser, installPackagedBrowser } from './install-browser.mjs';
import { askedBrowser, rememberBrowser, rememberedBrowser } from './remembered-browser.mjs';
import { browserProblem } from './try-browser.mjs';

/**
 * A Chromium for the tests: the one that CHROME_PATH or CHROMIUM_PATH names, else one that is
 * installed, else one that can be had. It counts when it starts, and is remembered.
 *
 * @param {string} root the project's folder
 * @returns {Promise<{ path: string | undefined, tried: string[] }>} `tried`: what was tried and
 *   why it did not do, a line each
 */
export async function findBrowser(root) {
  const release = await holdLock(join(root, '.cache/browser.lock'), {
    onWait: (holder) =>
      console.error(`Waiting for ${holder}, which is looking for a browser …`),
  });
  try {
    const known = rememberedBrowser(root);
    if (known !== undefined) return { path: known, tried: [] };
    const result = await tryAll(root);
    if (result.path !== undefined) rememberBrowser(root, result.path);
    return result;
  } finally {
    await release?.();
  }
}

/** @param {string} root */
async function tryAll(root) {
  /** @type {string[]} */
  const tried = [];
  for await (const path of candidates(root, tried)) {
    const problem = await browserProblem(path);
    if (problem === undefined) return { path, tried };
    tried.push(`${path}: ${problem}`);
  }
  return { path: undefined, tried };
}

/**
 * Installs only when asked for the next one, that is when none before has started.
 * @param {string} root @param {string[]} tried
 */
async function* candidates(root, tried) {
  const asked = askedBrowser();
  if (asked !== undefined) {
    // Who names one wants that one: another in its place would hide the mistake.
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
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
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
