import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { overflowing } from './reading/layout.ts';
import { longPages, longSearches, longWords } from './reading/long-words.ts';
import { createReader, until } from './reading/reader.ts';
import { buildSite } from './test-site.ts';

test('no word is too long for a page', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  // Without a URL there are no feeds and no structured data, so pages with such words weigh
  // less.
  const site = await buildSite(t, longWords, { SITE_URL: '' });
  assert.equal(site.code, 0, site.stderr);
  const served = await serveFolder(site.outDir);
  t.after(served.close);
  const reader = createReader(browser, served.address.slice(0, -1));

  for (const [kind, paths] of Object.entries(longPages)) {
    await t.test(kind, () =>
      reader.open('/search/', { width: 320 }, async (page) => {
        for (const path of paths) {
          const answer = await page.goto(reader.site + path);
          assert.equal(answer?.status(), 200, path);
          for (const width of [320, 360, 768, 1200]) {
            await page.setViewportSize({ width, height: 800 });
            assert.deepEqual(await overflowing(page), [], `${path} at ${width} px`);
          }
        }
      }),
    );
  }

  await t.test('results of a search', async () => {
    for (const [path, word] of longSearches)
      await reader.open(
        `${path}?q=${encodeURIComponent(word)}`,
        { width: 320 },
        async (page) => {
          await until(async () => (await page.locator('.search-result').count()) > 0, true);
          assert.deepEqual(await overflowing(page), [], path);
        },
      );
  });
});
