import { after, type TestContext } from 'node:test';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../src/commands/test-browser.mjs';
import { type FontSet, fontEnvironment } from './test-fonts.ts';

/**
 * Starts the browser that the set-up found (`npm test` runs it first), with additional flags if
 * a test needs them. It sees the project's fonts, not those of the machine. The caller closes
 * it. @throws {Error} if no browser was found
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

/** The timeout of one browser action: a hanging test ends, one on a busy machine continues. */
const PATIENCE_MS = 120_000;

/** Makes the browser's own dates and words independent of the machine. */
const BROWSER_LOCALE = { LANG: 'en_US.UTF-8', LC_ALL: '', LANGUAGE: 'en', TZ: 'UTC' };

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

let shared: Promise<Browser> | undefined;
after(async () => (await shared)?.close());

/**
 * A browser for a test. All tests of a process that need no additional flags share one, in which
 * each opens its own contexts, which are closed after it. Skips the test and returns
 * undefined if there is no browser. Throws if `CI=true`.
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
  if (flags.length === 0 && fonts === 'every-script') {
    shared ??= openBrowser();
    const browser = await shared;
    const before = new Set(browser.contexts());
    test.after(async () => {
      for (const context of browser.contexts()) if (!before.has(context)) await context.close();
    });
    return browser;
  }
  const browser = await openBrowser(flags, fonts);
  test.after(() => browser.close());
  return browser;
}

const MISSING = 'no browser: run "node src/commands/set-up.mjs --browser"';
