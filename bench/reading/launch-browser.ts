import type { Browser } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../../src/commands/test-browser.mjs';

/**
 * Starts the browser of the tests. With a port, Lighthouse can connect to it. Throws if the
 * set-up has not found a browser.
 */
export async function launchBrowser(port?: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('no browser: run "node src/commands/set-up.mjs --browser"');
  // A development package, so it may be missing until now.
  const { chromium } = await import('playwright-core');
  const debugging = port === undefined ? [] : [`--remote-debugging-port=${port}`];
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...debugging] });
}
