import type { TestContext } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../src/commands/test-browser.mjs';
import { type FontSet, fontEnvironment } from './test-fonts.ts';

/**
 * Starts the browser that the set-up found (`npm test` runs it first), with more flags than the
 * usual ones where a test needs them. It sees the fonts of the project, not those of the machine.
 * The caller closes it.
 * @throws {Error} when none was found
 */
export async function openBrowser(
  flags: readonly string[] = [],
  fonts: FontSet = 'every-script',
): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(MISSING);
  const env = { ...inherited(), ...BROWSER_LOCALE, ...(await fontEnvironment(fonts)) };
  const args = [...BROWSER_FLAGS, ...flags];
  const browser = await chromium.launch({ executablePath, args, env, timeout: PATIENCE_MS });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

/** How long a browser may take for one thing: a test that hangs ends, one on a busy machine goes on. */
const PATIENCE_MS = 120_000;

/** Dates and words of the browser itself do not depend on the machine. */
const BROWSER_LOCALE = { LANG: 'en_US.UTF-8', LC_ALL: '', LANGUAGE: 'en', TZ: 'UTC' };

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/**
 * The same for a test that is worth skipping where there is no browser: then it marks the test
 * as skipped and gives undefined. With `CI=true` it throws instead. The browser is closed when
 * the test is over.
 */
export async function browserOrSkip(
  test: TestContext,
  flags: readonly string[] = [],
  fonts: FontSet = 'every-script',
): Promise<Browser | undefined> {
  if (findBrowser() === undefined && process.env['CI'] !== 'true') {
    test.skip(MISSING);
    return undefined;
  }
  const browser = await openBrowser(flags, fonts);
  test.after(() => browser.close());
  return browser;
}

const MISSING = 'no browser: run "node src/commands/set-up.mjs --browser"';
