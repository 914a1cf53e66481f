import assert from 'node:assert/strict';
import { cp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { searchContent } from './search/search-content.ts';
import { headlines, searchAgain, status } from './search/search-page.ts';
import { writeIndex } from './search/write-index.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { sharedSite } from './test-site.ts';

/** Large archives have their search index in parts. Here, they have no directory. */
test('a search index in parts', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, searchContent, { BASE_PATH: '/news/' });
  const folder = await temporaryFolder(t);
  const outDir = join(folder, 'out');
  await cp(site.outDir, outDir, { recursive: true });
  const index = join(outDir, 'search/files');
  const reader = await openSite(t, browser, outDir, '/news/');
  const openWithFaults = async () => {
    const context = await browser.newContext();
    t.after(() => context.close());
    return context.newPage();
  };
  const isBroken = async (page: Page) => /could not be loaded/u.test(await status(page));

  /** Replaces the index by one of articles of these days, with the word "rivets" in each. */
  const writeParts = async (days: readonly string[], max: number) => {
    await rm(index, { recursive: true });
    await writeIndex(outDir, {
      records: days.map((day) => ({
        ...{ address: `/${day}/`, language: 'en', headline: `Of ${day}`, day, date: day },
        ...{ topics: [], authors: [], body: day, section: { slug: 'world', name: 'World' } },
      })),
      bodyOf: async (key) =>
        `<p id="p-a">Rivets of ${key}.${key < '2019-04' ? ' A zeppelin came.' : ''}</p>`,
      cacheDir: join(folder, `cache-${max}`),
      ...{ max, few: 99 },
    });
  };
  const headlinesOf = (days: readonly string[]) => days.map((day) => `Of ${day}`);

  await t.test(
    'an index that cannot be loaded is reported and can be tried again',
    async () => {
      const page = await openWithFaults();
      await rename(index, `${index}-away`);
      await page.goto(`${reader.site}/search/?q=rivets`);
      await until(() => isBroken(page), true);
      await rename(`${index}-away`, index);
      await page.locator('.search-help button').click();
      await until(() => status(page), '2 results');
      await page.context().setOffline(true);
      await page.locator('.search [name=q]').fill('postcard');
      await until(() => isBroken(page), true);
      await page.context().setOffline(false);
      await page.locator('.search-help button').click();
      await until(() => status(page), '14 results');
    },
  );

  await t.test('all parts are searched, and results are in order across parts', async () => {
    const days = ['2019-03-01', '2019-04-01', '2022-03-01', '2022-04-01', '2026-03-01'];
    await writeParts(days, 2);
    const found = async (page: Page) => (await headlines(page)).join();
    const [oldest, newest] = [headlinesOf(days), headlinesOf(days.toReversed())];
    await reader.open('/search/?q=rivets&order=newest', {}, async (page) => {
      await until(() => found(page), newest.join());
      await page.locator('select[name=order]').selectOption('oldest');
      await until(() => found(page), oldest.join());
      await searchAgain(page, '2022');
      assert.equal(await status(page), '2 results');
    });
    await reader.open('/search/?to=2026-12-31', {}, async (page) => {
      await until(() => found(page), newest.join());
      await page.locator('[name=to]').fill('');
      await page.locator('select[name=section]').selectOption('world');
      await until(() => found(page), newest.join());
      await page.locator('select[name=language]').selectOption('ko');
      await until(() => status(page), '0 results');
    });
    const [part = ''] = (await readdir(index)).filter((name) => /^en-.*2019/u.test(name));
    await rename(join(index, part), join(index, `${part}-away`));
    const page = await openWithFaults();
    await page.goto(`${reader.site}/search/?q=rivets`);
    await until(() => isBroken(page), true);
    await rename(join(index, `${part}-away`), join(index, part));
    await page.locator('.search-help button').click();
    await until(() => status(page), '5 results');
  });

  await t.test('many parts', async (t) => {
    // A part for each month, and an older one with a unique word.
    const months = Array.from({ length: 24 }, (_, index) => {
      const month = String((index % 12) + 1).padStart(2, '0');
      return `${2024 + Math.floor(index / 12)}-${month}-01`;
    });
    const days = ['2019-03-01', ...months];
    await writeParts(days, 1);
    const search = (query: string, use: (page: Page, parts: Set<string>) => Promise<void>) =>
      reader.open('/404.html', {}, async (page) => {
        const parts = new Set<string>();
        page.on('request', (request) => {
          const part = /\/files\/en-([^/]+)\//u.exec(request.url())?.[1];
          if (part !== undefined) parts.add(part);
        });
        await page.goto(`${reader.site}/search/?${query}`);
        await use(page, parts);
      });
    const more = (page: Page) => page.locator('.search-more').click();
    const count = (page: Page) => page.locator('.search-result').count();

    await search('q=rivets', async (page, parts) => {
      await t.test('twelve are searched at first, and more when the reader asks', async () => {
        await until(() => status(page), '12 results');
        assert.equal(parts.size, 12);
        assert.ok([...parts].every((name) => name > '2025'));
        assert.equal(await count(page), 10);
        for (const [found, listed] of [
          [24, 20],
          [25, 25],
        ] as const) {
          await more(page);
          await until(() => count(page), listed);
          assert.equal(await status(page), `${found} results`);
        }
        assert.equal(new Set(await headlines(page)).size, 25);
        assert.equal(await page.locator('.search-more').count(), 0);
      });
      for (const order of ['newest', 'oldest'])
        await t.test(`they are searched and listed from the ${order}`, async () => {
          await page.locator('select[name=order]').selectOption(order);
          for (const listed of [10, 20, 25]) {
            await until(() => count(page), listed);
            if (listed < 25) await more(page);
          }
          const inOrder = headlinesOf(days);
          const expected = order === 'oldest' ? inOrder : inOrder.toReversed();
          assert.deepEqual(await headlines(page), expected);
        });
    });

    await t.test('they are searched until something is found', () =>
      search('q=zeppelin', async (page, parts) => {
        await until(() => status(page), '1 result');
        assert.equal(parts.size, 25);
        assert.equal(await page.locator('.search-more').count(), 0);
      }),
    );

    await t.test('only those of a chosen year are searched', () =>
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

    await t.test('results of the newest are shown while others take long', () =>
      reader.open('/404.html', {}, async (page) => {
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
        assert.equal(new Set(await headlines(page)).size, await count(page));
      }),
    );

    await t.test('the newest alone is searched if it fills the page', async () => {
      const years = ['2022', '2023', '2024', '2025', '2026'];
      const many = years.flatMap((year) =>
        months.slice(0, 12).map((day) => year + day.slice(4)),
      );
      await writeParts(many, 12);
      await search('q=rivets', async (page, parts) => {
        await until(() => status(page), '12 results');
        assert.equal(parts.size, 1);
        await more(page);
        await until(() => count(page), 20);
        assert.ok(parts.size > 1);
      });
    });
  });
});
