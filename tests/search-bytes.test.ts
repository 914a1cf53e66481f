import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { manyArticles, proseLanguages, wordAt } from './search/many-articles.ts';
import { watchSizes } from './search/watch-sizes.ts';
import { siteWithIndex } from './search/write-index.ts';
import type { Files } from './test-site.ts';

/** Bytes of one search, with everything that it loads, in a publication of 2,000 articles. */
const limit = 200_000;

/** Articles of each language here, and in that publication. */
const count = 60;
const countThere = 2000 / proseLanguages.length;

const files: Files = {
  'publication.yaml': 'name: Test\nlanguages: [en, ko, ja, zh-Hans, ar]\n',
  ...Object.fromEntries(
    ['', '.ko', '.ja', '.zh-Hans', '.ar'].map((language) => [
      `a${language}.md`,
      `---\ntitle: A\ndate: 2026-01-06\n---\n\nText.\n`,
    ]),
  ),
};

/**
 * The list of articles and files of words (`pf_meta`) grows with the articles. Files of words do not: there
 * are more of them.
 */
test('a search loads little', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const records = proseLanguages.flatMap((language) => manyArticles(language, count));
  const outDir = await siteWithIndex(t, files, { records });
  const reader = await openSite(t, browser, outDir);
  for (const language of proseLanguages)
    await t.test(`for two words in ${language}`, () =>
      reader.open('/404.html', {}, async (page) => {
        const sizes = await watchSizes(page);
        const query = encodeURIComponent(`${wordAt(language, 40)} ${wordAt(language, 41)}`);
        const path = language === 'en' ? '' : `/${language.toLowerCase()}`;
        await page.goto(`${reader.site}${path}/search/?q=${query}`);
        await until(async () => (await page.locator('.search-result').count()) > 5, true);
        await page.waitForLoadState('networkidle');
        const total = [...sizes].reduce((sum, [url, size]) => {
          if (!/\/search\/files\/|\/open-search\./u.test(url)) return sum;
          return sum + (url.includes('.pf_meta') ? (size * countThere) / count : size);
        }, 0);
        assert.ok(total > 80_000, `only ${total} bytes: something is not counted`);
        assert.ok(total < limit, `${total} bytes`);
      }),
    );
});
