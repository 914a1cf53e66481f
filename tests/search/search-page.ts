import type { Page } from 'playwright-core';
import { until } from '../reading/reader.ts';

export const status = (page: Page) => page.locator('.search-status').innerText();
export const headlines = (page: Page) => page.locator('.search-result h2').allInnerTexts();

/**
 * Sends a search in a page that shows results of another search, and waits for the new ones. The
 * page searches once: typing would start another search on a busy machine.
 */
export async function searchAgain(page: Page, query: string): Promise<void> {
  // The status of the new search may be the same, so the old one is replaced.
  await page.locator('.search-status').evaluate((element) => {
    element.textContent = 'old';
  });
  await page.locator('.search [name=q]').evaluate((field: HTMLInputElement, query) => {
    field.value = query;
  }, query);
  await page.locator('.search form [type=submit]').click();
  await until(async () => {
    const shown = await status(page);
    return shown !== 'old' && !shown.endsWith('…');
  }, true);
}
