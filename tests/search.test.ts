import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings, contrastOnly } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { openSite, type Reader, until } from './reading/reader.ts';
import { searchContent } from './search/search-content.ts';
import { headlines, searchAgain, status } from './search/search-page.ts';
import { buildSite, sharedSite } from './test-site.ts';

test('search', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, searchContent, { BASE_PATH: '/news/' });
  const reader = await openSite(t, browser, site.outDir, '/news/');
  const open = (address: string, use: (page: Page) => Promise<void>, options = {}) =>
    reader.open(address, options, use);

  await t.test('finds words, and a result links to its passage', async () => {
    await open('/search/', async (page) => {
      assert.match(await status(page), /Type one or more words/u);
      await page.locator('.search [name=q]').fill('rivets');
      await until(() => status(page), '2 results');
      assert.deepEqual((await headlines(page)).sort(), ['A ferry', 'The <b>bridge</b> stays']);
      const part = page.locator('.search-result', { hasText: 'bridge' }).locator('li a');
      assert.equal(await part.locator('strong').innerText(), 'Cost');
      assert.equal(await part.locator('mark').innerText(), 'rivets');
      await part.click();
      await page.waitForURL(/\/news\/2026\/01\/06\/bridge\/#p-/u);
      const paragraph = page.locator('p', { hasText: 'Nobody counted the rivets' });
      await until(
        () =>
          paragraph.evaluate(
            (p) =>
              p.getBoundingClientRect().top < innerHeight &&
              p.getBoundingClientRect().bottom > 0,
          ),
        true,
      );
      await page.goBack();
      await until(() => status(page), '2 results');
      assert.equal(await page.locator('.search [name=q]').inputValue(), 'rivets');
    });
  });

  await testQueries(t, reader);

  await t.test(
    'runs a search that was sent before the script was loaded, with filters of the URL',
    async () => {
      await open('/', async (page) => {
        const coming = Promise.withResolvers<void>();
        await page.route(/open-search\./u, async (route) => {
          await coming.promise;
          await route.continue();
        });
        await page.goto(`${reader.site}/search/?q=bridge&language=de&from=2026`);
        await page.locator('.search [name=q]').fill('Haus');
        await page.locator('.search form [type=submit]').click();
        coming.resolve();
        await until(() => status(page), '1 result');
        assert.equal(new URL(page.url()).search, '?q=Haus&from=2026-01-01&language=de');
      });
    },
  );

  await t.test('runs the search of a URL, and filters narrow it', async () => {
    await open('/search/?q=rivets&section=city', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(await page.locator('select[name=section]').inputValue(), 'city');
      await page.locator('select[name=section]').selectOption('');
      await until(() => status(page), '2 results');
      await page.locator('[name=to]').fill('2025-12-31');
      await until(() => status(page), '1 result');
      assert.equal(new URL(page.url()).search, '?q=rivets&to=2025-12-31');
      await page.locator('select[name=topic]').selectOption({ label: 'a, b: c' });
      await until(() => status(page), 'No results for “rivets”');
      assert.match(await page.locator('.search-help').innerText(), /Check the spelling/u);
      await page.locator('[name=to]').fill('');
      await until(() => status(page), '1 result');
    });
    await open('/search/?author=wilhelmina-roe', async (page) => {
      await until(() => status(page), '2 results');
      await page.locator('select[name=kind]').selectOption({ label: 'Opinion' });
      await until(() => status(page), '1 result');
      assert.equal(new URL(page.url()).search, '?kind=opinion&author=wilhelmina-roe');
    });
    await open('/search/?section=nowhere&year=2025', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(new URL(page.url()).search, '?from=2025-01-01&to=2025-12-31');
    });
  });

  await t.test(
    'takes the name of one of many authors, and loads their names on first use',
    () =>
      open('/search/?q=postcard', async (page) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await until(() => status(page), '14 results');
        const field = page.locator('.search-filters input[list]');
        const invalid = () => field.getAttribute('aria-invalid');
        assert.equal(asked.filter((url) => url.includes('authors-en')).length, 0);
        await field.fill('lukasz');
        await until(invalid, 'true');
        assert.equal(await status(page), '14 results');
        await field.fill('lukasz writer7');
        await until(() => status(page), '1 result');
        assert.equal(await invalid(), 'false');
        assert.equal(new URL(page.url()).search, '?q=postcard&author=%C5%82ukasz-writer7');
        assert.equal(await page.locator('.search-active').textContent(), '1');
        assert.equal(await page.locator('datalist option').count(), 62);
        await page.reload();
        await until(() => field.inputValue(), 'Łukasz Writer7');
        await field.fill('');
        await until(() => status(page), '14 results');
        await page.goto(`${reader.site}/search/?q=postcard&author=nobody`);
        await until(() => status(page), '14 results');
        assert.equal(new URL(page.url()).search, '?q=postcard');
      }),
  );

  await t.test('folds its filters on a phone, unless the address has some', async () => {
    const phone = { width: 360, height: 740 };
    await open(
      '/search/?q=rivets',
      async (page) => {
        await until(() => status(page), '2 results');
        const toggle = page.getByRole('button', { name: 'Filters' });
        const filters = page.locator('.search-filters');
        assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
        assert.equal(await filters.isVisible(), false);
        const result = await page.locator('.search-result').first().boundingBox();
        assert.ok((result?.y ?? 999) < 500, 'results are on the first screen');
        await page.locator('.search-words button').focus();
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
        assert.equal(await filters.isVisible(), true);
        await page.keyboard.press('Tab');
        assert.equal(
          await page.evaluate(() => document.activeElement?.getAttribute('name')),
          'section',
        );
        await page.locator('select[name=section]').selectOption('city');
        await until(() => status(page), '1 result');
        assert.equal(await toggle.innerText().then((text) => text.trim()), 'Filters 1');
      },
      phone,
    );
    await open(
      '/search/?q=rivets&section=city&to=2026-12-31',
      async (page) => {
        const shift = page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              const add = (list: PerformanceObserverEntryList) => {
                for (const entry of list.getEntries())
                  sum += (entry as PerformanceEntry & { readonly value: number }).value;
              };
              new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 1000);
            }),
        );
        await until(() => status(page), '1 result');
        assert.equal(await page.locator('.search-filters').isVisible(), true);
        assert.equal(await page.locator('.search-active').textContent(), '2');
        assert.ok((await shift) < 0.02, `moved by ${await shift}`);
        await page.getByRole('button', { name: 'Filters' }).click();
        assert.equal(await page.locator('.search-filters').isVisible(), false);
      },
      phone,
    );
  });

  await t.test('offers other searches to a reader who found nothing', async () => {
    await open('/search/?q=rivest+-ferry&section=city&from=2026-01-01', async (page) => {
      await until(() => status(page), 'No results for “rivest -ferry”');
      const links = page.locator('.search-help a');
      assert.deepEqual(await links.allInnerTexts(), [
        'Remove filter: Section: City',
        'Remove filter: From date: 1 January 2026',
        'Search in all languages',
      ]);
      await links.nth(1).click();
      await page.waitForURL('**/search/?q=rivest+-ferry&section=city');
    });
    await open('/search/?q=brigde&author=wilhelmina-roe', async (page) => {
      await until(() => status(page), 'No results for “brigde”');
      const link = page.locator('.search-help a').first();
      assert.equal(await link.innerText(), 'Did you mean “bridge”?');
      await link.click();
      await until(() => status(page), '1 result');
    });
  });

  await t.test('answers every input without an error', async () => {
    for (const [search, answer] of [
      ['?from=2026-13-40', /^Type one or more words/u],
      ['?from=2026-12-31&to=2024-01-01', /^16 results$/u],
      ['?q=-bridge', /^15 results$/u],
      ['?q=%21%21+...+%22%22', /^Type one or more words/u],
      ['?q=the+of', /results?/iu],
      ['?q=%22counted+the', /^1 result$/u],
      ['?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E%22%27', /results?/iu],
      [`?q=${'x'.repeat(10_000)}`, /^No results/u],
      [`?q=${'%F0%9F%8E%89'.repeat(90)}`, /results?/iu],
      ['?section[]=x&order=best&language=xx&q=rivets', /^2 results$/u],
      ['?q=%E0%A4%A', /results?/iu],
      ['?from=0001&to=9999', /^16 results$/u],
    ] as const)
      await open(`/search/${search}`, async (page) => {
        const settled = async () => answer.test(await status(page));
        await until(settled, true);
        assert.equal(await page.locator('.search-help img, .search-status *').count(), 0);
        const { length } = await page.locator('.search [name=q]').inputValue();
        assert.ok(length <= 200);
      });
  });

  await t.test('shows ten results at a time, and keys reach all of them', async () => {
    await open('/search/?q=postcard', async (page) => {
      await until(() => status(page), '14 results');
      assert.equal(await page.locator('.search-result').count(), 10);
      await page.locator('.search [name=q]').focus();
      const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
      await page.keyboard.press('ArrowDown');
      const first = await page.locator('.search-result a').first().getAttribute('href');
      assert.equal(await focused(), first);
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT');
      await page.locator('.search-more').focus();
      await page.keyboard.press('Enter');
      await until(() => page.locator('.search-result').count(), 14);
      const next = await page.locator('.search-result h2 a').nth(10).getAttribute('href');
      assert.equal(await focused(), next);
      assert.equal(await page.locator('.search-more').count(), 0);
      // Tab leaves the results.
      await page.locator('.search-result a').last().focus();
      await page.keyboard.press('Tab');
      assert.equal(
        await page.evaluate(() => Boolean(document.activeElement?.closest('footer'))),
        true,
      );
    });
  });

  await t.test('shows text that looks like tags as text', async () => {
    await open('/search/?q=ferryman', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(await page.locator('.search-results :is(img, script, b)').count(), 0);
      assert.match(await page.locator('.search-results').innerText(), /<script> shouted/u);
    });
  });

  await t.test('loads nothing on pages that do not search', async () => {
    await open('/', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      assert.deepEqual(
        asked.filter((url) => /pagefind|open-search/u.test(url)),
        [],
      );
      await page.locator('.search-link').click();
      await page.waitForURL('**/news/search/');
    });
  });

  await t.test('is replaced by links to lists without scripts', async () => {
    await open(
      '/search/',
      async (page) => {
        assert.equal(await page.locator('.search').isVisible(), false);
        const links = page.locator('.search-without a');
        assert.deepEqual(await links.allInnerTexts(), ['World', 'City', 'All articles']);
      },
      { javaScriptEnabled: false },
    );
  });

  await testAccessibility(t, reader);
});

test('a publication without a search has no link to one', async (t) => {
  const site = await buildSite(t, {
    'publication.yaml': 'name: Test\nextras: []\n',
    'a.md': '---\ntitle: A\ndate: 2026-01-06\n---\n\nText.\n',
  });
  assert.equal(site.code, 0, site.stderr);
  assert.deepEqual(
    (await site.list()).filter((path) => path.includes('search/')),
    [],
  );
  assert.doesNotMatch(await site.read('index.html'), /href="[^"]*search/u);
});

/** Queries by page, each with the number of results. */
const queries: Readonly<Record<string, readonly (readonly [string, string, number])[]>> = {
  '/search/': [
    ['a word of the headline', 'stays', 1],
    ['a word of the standfirst', 'crossing', 1],
    ['a name of the byline', 'wilhelmina', 2],
    ['adjacent words', '“counted the rivets”', 1],
    ['adjacent words with another', 'ferryman “counted the rivets”', 1],
    ['no words of labels', 'Published', 0],
  ],
  '/ko/search/': [
    ['a Korean word with another ending', '대통령', 1],
    ['a Korean word', '다리', 1],
  ],
  '/ja/search/': [['Japanese', '東京都', 1]],
  '/zh-hans/search/': [['Chinese', '北京', 1]],
  '/ar/search/': [['Arabic', 'المجلس', 1]],
  '/de/search/': [['the plural of a German word', 'Haus', 1]],
  '/search/?language=de': [['German from the English page', 'Haus', 1]],
  '/search/?language=ko': [['Korean from the English page', '시의회', 1]],
  '/search/?language=all': [['words of all languages, in both forms of a character', '橋', 2]],
};

async function testQueries(t: TestContext, reader: Reader): Promise<void> {
  await reader.open('/404.html', {}, async (page) => {
    const count = () => page.locator('.search-result').count();
    for (const [address, [first, ...others]] of Object.entries(queries)) {
      if (!first) continue;
      const query = `${address.includes('?') ? '&' : '?'}q=${encodeURIComponent(first[1])}`;
      await page.goto(reader.site + address + query);
      await t.test(`finds ${first[0]}`, () => until(count, first[2]));
      for (const [name, query, found] of others)
        await t.test(`finds ${name}`, async () => {
          await searchAgain(page, query);
          assert.equal(await count(), found);
        });
    }
  });
}

/** Axe finds nothing and nothing is cut off, in both directions and both colour schemes. */
async function testAccessibility(t: TestContext, reader: Reader): Promise<void> {
  for (const [name, address, found] of [
    ['results', '/search/?q=rivets', 2],
    ['Arabic results', '/ar/search/?q=%D8%A7%D9%84%D9%85%D8%AC%D9%84%D8%B3', 1],
    ['no result', '/ko/search/?q=zzzz', 0],
  ] as const) {
    await t.test(`axe finds nothing on a page with ${name}`, () =>
      reader.open(address, { width: 360, colorScheme: 'light' }, async (page) => {
        await until(() => page.locator('.search-result').count(), found);
        assert.deepEqual(await axeFindings(page), []);
        await page.emulateMedia({ colorScheme: 'dark' });
        assert.deepEqual(await axeFindings(page, contrastOnly), [], 'dark');
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        assert.ok(excess <= 0, `${excess} pixels too wide`);
      }),
    );
  }
}
