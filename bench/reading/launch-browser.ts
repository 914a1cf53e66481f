import type { Browser } from 'playwright-core';
import { BROWSER_FLAGS, findBrowser } from '../../src/commands/test-browser.mjs';

/**
 * Starts the browser that the tests use; with a port, it listens there to Lighthouse too. Throws
 * when the set-up has not found one yet.
 */
export async function launchBrowser(port?: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error('no browser: run "node src/commands/set-up.mjs --browser"');
  // A development package, which may come only now.
  const { chromium } = await import('playwright-core');
  const debugging = port === undefined ? [] : [`--remote-debugging-port=${port}`];
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...debugging] });
}
