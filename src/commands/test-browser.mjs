import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** How tests start a browser: without a window, an account or requests to its vendor. */
export const BROWSER_FLAGS = [
  '--headless',
  // Root and containers have no sandbox; the tests only load our own pages.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without a user interface: it starts and opens pages in less than half the time. */
const HEADLESS_SHELL = 'chromium-headless-shell';

const NAMES = [
  HEADLESS_SHELL,
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome'],
  ...['msedge', 'microsoft-edge'],
];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @type {string | undefined} */
let found;

/**
 * The browser for tests: the one that CHROME_PATH or CHROMIUM_PATH names, and no other where one is
 * set; otherwise the first Chrome, Chromium or Edge on this machine that starts, Chromium's headless
 * shell before others.
 * @returns {string | undefined} path of the program
 */
export function findBrowser() {
  found ??= candidates().find(starts);
  return found;
}

/** Whether tests run in a headless shell, or in the browser that a variable names. */
export function hasQuickBrowser() {
  if (chosenBrowser() !== undefined) return findBrowser() !== undefined;
  return candidates().some((path) => path.endsWith(HEADLESS_SHELL) && starts(path));
}

/** The variable that names a browser, with its value. @returns {string | undefined} */
export function chosenBrowser() {
  return process.env['CHROME_PATH'] || process.env['CHROMIUM_PATH'] || undefined;
}

function candidates() {
  const chosen = chosenBrowser();
  if (chosen !== undefined) return [chosen];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + ending))),
    ...PLACES,
  ];
}

/** Some systems have a placeholder of this name that only says how to install it. @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows it would open a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0;
}
