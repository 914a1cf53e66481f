import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';

/** How a page is opened. */
export interface Opening extends BrowserContextOptions {
  /** Pixels; 1280 by default. */
  readonly width?: number;
  readonly height?: number;
  /** Runs in every page before its own scripts. */
  readonly before?: () => void;
  /** Entries of the local storage, set again before every page. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** A browser and the address of a site. */
export interface Reader {
  /** The site's address without the last slash. */
  readonly site: string;
  /**
   * Opens a page in a new browser context, passes it on and closes it. A new context costs a
   * few times as much as `page.goto`. Errors of the page and blocked resources fail the test.
   */
  open(path: string, opening: Opening, use: (page: Page) => Promise<void>): Promise<void>;
}

/** Serves an output folder until the test ends. */
export async function openSite(
  t: TestContext,
  browser: Browser,
  outDir: string,
  basePath = '/',
): Promise<Reader> {
  const served = await serveFolder(outDir, { basePath });
  t.after(() => served.close());
  return createReader(browser, served.address.replace(/\/$/u, ''));
}

export function createReader(browser: Browser, site: string): Reader {
  return {
    site,
    async open(path, { width = 1280, height = 800, before, kept = {}, ...options }, use) {
      const context = await browser.newContext({
        viewport: { width, height },
        serviceWorkers: 'block',
        ...options,
      });
      try {
        const page = await context.newPage();
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('console', (message) => {
          if (message.type() === 'error') faults.push(message.text());
        });
        if (Object.keys(kept).length > 0) {
          await page.addInitScript((entries) => {
            for (const [key, value] of Object.entries(entries))
              localStorage.setItem(key, value);
          }, kept);
        }
        if (before) await page.addInitScript(before);
        await page.goto(site + path);
        await use(page);
        assert.deepEqual(faults, []);
      } finally {
        await context.close();
      }
    },
  };
}

/**
 * Waits until a question about the page has this answer, for at most a minute, because the
 * machine may be busy.
 */
export async function until<T>(ask: () => Promise<T>, answer: T): Promise<void> {
  const end = Date.now() + 60_000;
  let last = await ask();
  while (last !== answer && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    last = await ask();
  }
  assert.deepEqual(last, answer);
}
