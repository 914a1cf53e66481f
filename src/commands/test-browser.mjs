import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '.cache/browser.json';

/** How tests start a browser: without a window, an account, and calls to its maker. */
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

/**
 * The browser that was found and tried before, if its file still exists. CHROME_PATH and
 * CHROMIUM_PATH have precedence: where they name another file, nothing is remembered.
 * @param {string} root the project's folder
 * @returns {string | undefined} path of the program
 */
export function rememberedBrowser(root) {
  const path = readMemory(root);
  const asked = askedBrowser();
  if (asked !== undefined && asked !== path) return undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** @param {string} root @returns {string | undefined} */
function readMemory(root) {
  try {
    const known = JSON.parse(readFileSync(join(root, MEMORY), 'utf8')).path;
    return typeof known === 'string' ? known : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} root @param {string} path */
export function rememberBrowser(root, path) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, MEMORY), `${JSON.stringify({ path })}\n`);
}

/** The browser that the environment asks for. @returns {string | undefined} */
export function askedBrowser() {
  return process.env['CHROME_PATH'] || process.env['CHROMIUM_PATH'] || undefined;
}

/**
 * Starts a browser as the tests do and opens a page. (`--dump-dom` is not enough: with it, some builds
 * that work never end.)
 * @param {string} path of the program
 * @returns {Promise<string | undefined>} why it does not work
 */
export async function browserProblem(path) {
  // Only now: this file is read before anything is installed.
  const { chromium } = await import('playwright-core');
  try {
    const options = { executablePath: path, args: BROWSER_FLAGS, timeout: 120_000 };
    const browser = await chromium.launch(options);
    try {
      const page = await browser.newPage();
      await page.setContent('<title>works</title>', { timeout: 60_000 });
      return (await page.title()) === 'works' ? undefined : 'does not show a page';
    } finally {
      await browser.close();
    }
  } catch (error) {
    const [line] = String(error instanceof Error ? error.message : error).split('\n');
    return `does not start (${line})`;
  }
}
