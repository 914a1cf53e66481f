import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { createReader, type Reader, until } from './reading/reader.ts';
import { buildSite, type Files } from './test-site.ts';
import { writeIndex } from './write-index.ts';

function article(title: string, day: string, body: string, ...fields: string[]): string {
  return ['---', `title: "${title}"`, `date: ${day}`, ...fields, '---', '', body, ''].join(
    '\n',
  );
}

const padding =
  'Other matters were talked about at some length and nothing came of them. '.repeat(30);

const files: Files = {
  'publication.yaml': 'name: Test\nsections: [World, City]\n',
  'bridge.md': article(
    'The <b>bridge</b> stays',
    '2026-01-06',
    `## Plans\n\n${padding}\n\nThe ferryman &lt;img src=x onerror=alert(1)&gt; &lt;script&gt; shouted.\n\n## Cost\n\n${padding}\n\nNobody counted the rivets twice.`,
    'section: City',
    'topics: [Roads, "a, b: c"]',
    'summary: A crossing for all',
    'authors: [Wilhelmina Roe]',
  ),
  'bridge.ko.md':
    '---\ntitle: 다리는 그대로 남는다\n---\n\n## 계획\n\n시의회는 대통령의 뜻에 따라 다리를 지키기로 했다.\n',
  'bridge.ja.md':
    '---\ntitle: 橋は残る\n---\n\n## 計画\n\n市議会は橋を守ることを決めた。東京都の技術者も来た。\n',
  'bridge.zh-Hans.md':
    '---\ntitle: 大桥保留\n---\n\n## 计划\n\n市议会决定保留大桥。工程师从北京来。\n',
  'bridge.ar.md':
    '---\ntitle: الجسر باقٍ\n---\n\n## الخطط\n\nقرر المجلس الإبقاء على الجسور القديمة.\n',
  'bridge.de.md':
    '---\ntitle: Die Brücke bleibt\n---\n\n## Pläne\n\nDer Rat sah sich die Häuser am Ufer an.\n',
  'ferry.md': article(
    'A ferry',
    '2025-05-01',
    'It rivets nobody.',
    'section: World',
    'topics: [Roads]',
  ),
  ...Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [
      `letter-${index}.md`,
      article(`Letter ${index}`, `2024-02-${index + 10}`, 'A postcard came.', 'section: World'),
    ]),
  ),
};

test('a site is searched', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await buildSite(t, files, { BASE_PATH: '/news/' });
  assert.equal(site.code, 0, site.stderr);
  const server = await serveFolder(site.outDir, { basePath: '/news/' });
  t.after(server.close);
  const reader = createReader(browser, server.address.slice(0, -1));

  const status = (page: Page) => page.locator('.search-status').innerText();
  const headlines = (page: Page) => page.locator('.search-result h2').allInnerTexts();
  const open = (address: string, use: (page: Page) => Promise<void>, options = {}) =>
    reader.open(address, options, use);

  await t.test('by its words, and a result leads to its passage', async () => {
    await open('/search/', async (page) => {
      assert.match(await status(page), /Type one or more words/u);
      await page.locator('.search input').fill('rivets');
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
      assert.equal(await page.locator('.search input').inputValue(), 'rivets');
    });
  });

  for (const [words, address, query, found] of [
    ['the headline', '/search/', 'stays', 1],
    ['the standfirst', '/search/', 'crossing', 1],
    ['the byline', '/search/', 'wilhelmina', 1],
    ['words that stand together', '/search/', '“counted the rivets”', 1],
    ['Korean, with another ending', '/ko/search/', '대통령', 1],
    ['Korean', '/ko/search/', '다리', 1],
    ['Japanese', '/ja/search/', '東京都', 1],
    ['Chinese', '/zh-hans/search/', '北京', 1],
    ['Arabic', '/ar/search/', 'المجلس', 1],
    ['German, by its own rules', '/de/search/', 'Haus', 1],
    ['German from the English page', '/search/?language=de', 'Haus', 1],
    ['Korean from the English page', '/search/?language=ko', '시의회', 1],
    ['all languages', '/search/?language=all', '橋', 1],
    ['page overhead, which is not found', '/search/', 'Published', 0],
  ] as const) {
    await t.test(`by ${words}`, async () => {
      await open(address, async (page) => {
        const hint = await status(page);
        await page.locator('.search input').fill(query);
        await page.locator('.search form button').click();
        await until(async () => {
          const said = await status(page);
          return said !== hint && !said.endsWith('…');
        }, true);
        await until(() => page.locator('.search-result').count(), found);
      });
    });
  }

  await t.test(
    'by what was sent before the script came, and what the address says beside it',
    async () => {
      await open('/', async (page) => {
        const coming = Promise.withResolvers<void>();
        await page.route(/open-search\./u, async (route) => {
          await coming.promise;
          await route.continue();
        });
        await page.goto(`${reader.site}/search/?q=bridge&language=de&year=2026`);
        await page.locator('.search input').fill('Haus');
        await page.locator('.search form button').click();
        coming.resolve();
        await until(() => status(page), '1 result');
        assert.equal(new URL(page.url()).search, '?q=Haus&year=2026&language=de');
      });
    },
  );

  await t.test('by a link to a search, narrowed by lists', async () => {
    await open('/search/?q=rivets&section=city', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(await page.locator('select[name=section]').inputValue(), 'city');
      await page.locator('select[name=section]').selectOption('');
      await until(() => status(page), '2 results');
      await page.locator('select[name=year]').selectOption('2025');
      await until(() => status(page), '1 result');
      assert.equal(new URL(page.url()).search, '?q=rivets&year=2025');
      await page.locator('select[name=topic]').selectOption({ label: 'a, b: c' });
      await until(() => status(page), 'No results for “rivets”');
      assert.match(await page.locator('.search-help').innerText(), /Check the spelling/u);
      await page.locator('select[name=year]').selectOption('');
      await until(() => status(page), '1 result');
    });
    await open('/search/?section=nowhere&year=2025', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(new URL(page.url()).search, '?year=2025');
    });
  });

  await t.test('a batch at a time, and by keys alone', async () => {
    await open('/search/?q=postcard', async (page) => {
      await until(() => status(page), '14 results');
      assert.equal(await page.locator('.search-result').count(), 10);
      await page.locator('.search input').focus();
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

  await t.test('text that looks like tags stays text', async () => {
    await open('/search/?q=ferryman', async (page) => {
      await until(() => status(page), '1 result');
      assert.equal(await page.locator('.search-results :is(img, script, b)').count(), 0);
      assert.match(await page.locator('.search-results').innerText(), /<script> shouted/u);
    });
  });

  await t.test('nothing of it is loaded by pages that do not search', async () => {
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

  await t.test('an index that cannot be loaded is told, and tried again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const folder = join(site.outDir, 'search/files');
    await rename(folder, `${folder}-away`);
    await page.goto(`${reader.site}/search/?q=rivets`);
    await until(async () => /could not be loaded/u.test(await status(page)), true);
    await rename(`${folder}-away`, folder);
    await page.locator('.search-help button').click();
    await until(() => status(page), '2 results');
    await context.setOffline(true);
    await page.locator('.search input').fill('postcard');
    await until(async () => /could not be loaded/u.test(await status(page)), true);
    await context.setOffline(false);
    await page.locator('.search-help button').click();
    await until(() => status(page), '14 results');
    await context.close();
  });

  await t.test(
    'an archive that has its index in parts is searched in all of them',
    async () => {
      const place = join(site.outDir, 'search/files');
      await rename(place, `${place}-away`);
      const days = ['2019-03-01', '2022-03-01', '2024-03-01', '2026-03-01'];
      await writeIndex(site.outDir, {
        records: days.map((day) => ({
          ...{ address: `/${day}/`, language: 'en', headline: `Of ${day}`, day, date: day },
          ...{ topics: [], body: day, section: { slug: 'world', name: 'World' } },
        })),
        bodyOf: async (key) => `<p id="p-a">Rivets of ${key}, and a word of its own.</p>`,
        cacheDir: join(site.outDir, '..', 'parts-cache'),
        max: 1,
      });
      await open('/search/?q=rivets', async (page) => {
        await until(() => status(page), '4 results');
        await page.locator('.search input').fill('2022');
        await until(() => status(page), '1 result');
        await page.locator('.search input').fill('');
        await page.locator('select[name=section]').selectOption('world');
        await until(() => status(page), '4 results');
        assert.deepEqual(await headlines(page), days.map((day) => `Of ${day}`).toReversed());
        await page.locator('select[name=language]').selectOption('ko');
        await until(() => status(page), '0 results');
      });
      const part = join(place, 'en-2016-01-2019-12');
      await rename(part, `${part}-away`);
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${reader.site}/search/?q=rivets`);
      await until(async () => /could not be loaded/u.test(await status(page)), true);
      await rename(`${part}-away`, part);
      await page.locator('.search-help button').click();
      await until(() => status(page), '4 results');
      await context.close();
      await rm(place, { recursive: true });
      await rename(`${place}-away`, place);
    },
  );

  await t.test('a large archive is searched a step at a time', async (t) => {
    const place = join(site.outDir, 'search/files');
    await rename(place, `${place}-away`);
    // A part for each month, and an older article with a unique word.
    const days = Array.from({ length: 24 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return `${2024 + Math.floor(index / 12)}-${month}-01`;
    });
    await writeIndex(site.outDir, {
      records: ['2019-03-01', ...days].map((day) => ({
        ...{ address: `/${day}/`, language: 'en', headline: `Of ${day}`, day, date: day },
        ...{ topics: [], body: day },
      })),
      bodyOf: async (key) =>
        `<p id="p-a">Rivets of ${key}.${key < '2020' ? ' A zeppelin came.' : ''}</p>`,
      cacheDir: join(site.outDir, '..', 'archive-cache'),
      max: 1,
    });
    const search = async (
      query: string,
      use: (page: Page, parts: Set<string>) => Promise<void>,
    ) =>
      open('/', async (page) => {
        const parts = new Set<string>();
        page.on('request', (request) => {
          const part = /\/files\/en-([^/]+)\//u.exec(request.url())?.[1];
          if (part !== undefined) parts.add(part);
        });
        await page.goto(`${reader.site}/search/?${query}`);
        await use(page, parts);
      });
    const more = (page: Page) => page.locator('.search-more').click();

    await t.test('and further back when the reader asks for more', () =>
      search('q=rivets', async (page, parts) => {
        await until(() => status(page), '12 results');
        assert.equal(parts.size, 12);
        assert.ok([...parts].every((name) => name > '2025'));
        assert.equal((await headlines(page)).length, 10);
        for (const [found, listed] of [
          [24, 20],
          [25, 25],
        ] as const) {
          await more(page);
          await until(() => page.locator('.search-result').count(), listed);
          assert.equal(await status(page), `${found} results`);
        }
        assert.equal(new Set(await headlines(page)).size, 25);
        assert.equal(await page.locator('.search-more').count(), 0);
      }),
    );
    await t.test('until something is found', () =>
      search('q=zeppelin', async (page, parts) => {
        await until(() => status(page), '1 result');
        assert.equal(parts.size, 25);
        assert.equal(await page.locator('.search-more').count(), 0);
      }),
    );
    await t.test('in the years that are asked for alone', () =>
      search('q=rivets&year=2024', async (page, parts) => {
        await until(() => status(page), '12 results');
        // The newest part loads the search program.
        assert.deepEqual(
          [...parts].filter((name) => !name.startsWith('2024-')),
          ['2025-12-2025-12'],
        );
        assert.equal(parts.size, 13);
      }),
    );
    for (const order of ['newest', 'oldest']) {
      await t.test(`from the end that comes first: ${order}`, () =>
        search(`q=rivets&order=${order}`, async (page) => {
          await until(() => status(page), '12 results');
          for (const listed of [20, 25]) {
            await more(page);
            await until(() => page.locator('.search-result').count(), listed);
          }
          const inOrder = ['2019-03-01', ...days].map((day) => `Of ${day}`);
          assert.deepEqual(
            await headlines(page),
            order === 'oldest' ? inOrder : inOrder.toReversed(),
          );
        }),
      );
    }
    await t.test('and what the newest part has is shown where the others take long', () =>
      open('/', async (page) => {
        const coming = Promise.withResolvers<void>();
        await page.route(/2025-08-2025-08\/pagefind-entry/u, async (route) => {
          await coming.promise;
          await route.continue();
        });
        await page.goto(`${reader.site}/search/?q=rivets`);
        await until(async () => (await headlines(page)).join('|'), 'Of 2025-12-01');
        assert.equal(await status(page), 'Searching…');
        const first = page.locator('.search-result a').first();
        await first.focus();
        coming.resolve();
        await until(() => status(page), '12 results');
        assert.equal((await headlines(page))[0], 'Of 2025-12-01');
        assert.equal(await first.evaluate((link) => link === document.activeElement), true);
        assert.equal(
          new Set(await headlines(page)).size,
          await page.locator('.search-result').count(),
        );
      }),
    );
    await rm(place, { recursive: true });
    await rename(`${place}-away`, place);
  });

  await t.test('without a script there are lists in its place', async () => {
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

  await testLooks(t.test.bind(t), reader);

  await t.test('a publication without a search has no trace of one', async () => {
    const without = await site.rebuild({
      'publication.yaml': 'name: Test\nsections: [World, City]\nextras: []\n',
    });
    assert.equal(without.code, 0, without.stderr);
    assert.deepEqual(
      (await without.list()).filter((path) => path.includes('search/')),
      [],
    );
    assert.doesNotMatch(await without.read('index.html'), /href="[^"]*search/u);
  });
});

/** No accessibility rule is broken and nothing is cut off, in both directions and themes. */
async function testLooks(run: typeof test, reader: Reader): Promise<void> {
  for (const [address, found] of [
    ['/search/?q=rivets', 2],
    ['/ar/search/?q=%D8%A7%D9%84%D9%85%D8%AC%D9%84%D8%B3', 1],
    ['/ko/search/?q=zzzz', 0],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await run(`${address} can be used by everybody, ${colorScheme}`, async () => {
        await reader.open(address, { width: 360, colorScheme }, async (page) => {
          await until(() => page.locator('.search-result').count(), found);
          await page.evaluate(axe.source);
          const faults = await page.evaluate(async () => {
            const { violations } = await (
              Reflect.get(window, 'axe') as typeof import('axe-core')
            ).run();
            return violations.flatMap(({ id, nodes }) =>
              nodes.map(({ html }) => `${id} ${html}`),
            );
          });
          assert.deepEqual(faults, []);
          const room = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          assert.ok(room <= 0, `${room} pixels too wide`);
        });
      });
    }
  }
}
