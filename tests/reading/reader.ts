import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** How a page is opened. */
export interface Opening extends BrowserContextOptions {
  /** Pixels; 1280 by default. */
  readonly width?: number;
  readonly height?: number;
  /** Runs in the page before its own scripts. */
  readonly before?: () => void;
  /** Entries of the local storage. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** A browser and the address of a site. */
export interface Reader {
  /** The site's address without the last slash. */
  readonly site: string;
  /**
   * Opens a page in a new browser context, passes it on and closes it. Errors of the page and
   * blocked resources fail the test.
   */
  open(path: string, opening: Opening, use: (page: Page) => Promise<void>): Promise<void>;
}

export function createReader(browser: Browser, site: string): Reader {
  return {
    site,
    async open(path, { width = 1280, height = 800, before, kept = {}, ...options }, use) {
      const context = await browser.newContext({ viewport: { width, height }, ...options });
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
