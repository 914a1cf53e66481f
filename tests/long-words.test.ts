import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from './browser.ts';
import { overflowing } from './reading/layout.ts';
import { longPages, longSearches, longWords } from './reading/long-words.ts';
import { openSite, until } from './reading/reader.ts';
import { sharedSite } from './test-site.ts';

test('long words', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  // Without a URL there are no feeds and no structured data, so pages with such words are
  // smaller.
  const site = await sharedSite(t, longWords, { SITE_URL: '' });
  const reader = await openSite(t, browser, site.outDir);

  await reader.open('/404.html', { width: 320 }, async (page) => {
    for (const [language, paths] of Object.entries(longPages))
      await t.test(`fit all kinds of pages: ${language}`, async () => {
        for (const path of paths) {
          assert.equal((await page.goto(reader.site + path))?.status(), 200, path);
          for (const width of [320, 768, 1200]) {
            await page.setViewportSize({ width, height: 800 });
            assert.deepEqual(await overflowing(page), [], `${path} at ${width} px`);
          }
        }
      });

    await t.test('fit results of a search', async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      for (const [path, word] of longSearches) {
        await page.goto(`${reader.site}${path}?q=${encodeURIComponent(word)}`);
        await until(async () => (await page.locator('.search-result').count()) > 0, true);
        assert.deepEqual(await overflowing(page), [], path);
      }
    });
  });
});
