import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SearchRecord } from '../src/outputs/search/search-record.ts';
import { browserOrSkip } from './browser.ts';
import { openSite, until } from './reading/reader.ts';
import { headlines, searchAgain, status } from './search/search-page.ts';
import { siteWithIndex } from './search/write-index.ts';
import type { Files } from './test-site.ts';

const files: Files = {
  'publication.yaml': 'name: Test\nlanguages: [en, ko]\n',
  'a.md': '---\ntitle: A\ndate: 2026-01-06\nauthors: [Kim, Lee, Roe]\n---\n\nText.\n',
  'a.ko.md': '---\ntitle: A\n---\n\n글.\n',
};

/** An article of each month of two years, which is a part of its own. */
const months = Array.from({ length: 24 }, (_, index) =>
  new Date(Date.UTC(2024, index, 1)).toISOString().slice(0, 10),
);

/** Words of the article of a month, by its place. */
const texts: Readonly<Record<string, (index: number) => string>> = {
  en: (index) =>
    `<p id="p-a">Rivets of harbour ${index}. ${index % 5 === 0 ? 'Zeppelins flew. ' : ''}${
      index % 4 === 0 ? 'Trade talks began.' : 'Talks of trade began.'
    } Code${String(index).padStart(3, '0')}.</p>`,
  ko: (index) =>
    `<p id="p-a">서울시의회가 대책을 냈다. ${index % 5 === 0 ? '비행선이 날았다. 대통령비서실은 말했다.' : '대통령은 말했다.'}</p>`,
};

const records = Object.keys(texts).flatMap((language) =>
  months.map(
    (day, index): SearchRecord => ({
      ...{ address: `/${language}/${day}/`, language, headline: `Of ${day}`, day, date: day },
      ...{
        topics: [],
        authors: index === 3 ? ['lee'] : index % 10 === 0 ? ['kim'] : ['roe'],
      },
      body: texts[language]?.(index) ?? '',
    }),
  ),
);

/** Queries by page, each with the months that it finds and the number of parts that it opens. */
const cases: readonly [page: string, query: string, found: readonly number[], parts: number][] =
  [
    ['/search/', 'zeppelin', [20, 15, 10], 3],
    ['/search/', 'code017', [17], 1],
    ['/search/', 'code017 rivets', [17], 1],
    ['/search/', 'code017 code018', [], 0],
    ['/search/', 'nonsense', [], 0],
    ['/search/', 'rivets nonsense', [], 0],
    ['/search/', '"zeppelins flew"', [20, 15, 10], 3],
    ['/search/', '"trade talks" code020', [20], 1],
    ['/search/', 'zeppelin -"code020"', [15, 10], 3],
    ['/search/', 'harbor code003', [3], 1],
    ['/search/', 'cod', [23, 22, 21], 3],
    ['/search/?author=lee', '', [3], 1],
    ['/search/?author=lee', 'zeppelin', [], 0],
    ['/search/?author=kim', 'zeppelin', [20, 10, 0], 3],
    ['/search/?from=2024&to=2024', 'zeppelin', [10, 5, 0], 3],
    ['/search/?order=oldest', 'zeppelin', [0, 5, 10], 3],
    ['/ko/search/', '비행선', [20, 15], 2],
    ['/ko/search/', '비행선이', [20, 15], 2],
    ['/ko/search/', '비서실', [20, 15], 2],
    ['/ko/search/', '대통령비서실', [20, 15], 2],
    ['/ko/search/', '의회 비행선', [20, 15], 2],
    ['/ko/search/', '잠수함', [], 0],
  ];

test('the directory of a large index', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const outDir = await siteWithIndex(t, files, { records, max: 1, few: 2 });
  const reader = await openSite(t, browser, outDir);
  const open = (act: (page: Page, parts: Set<string>) => Promise<void>) =>
    reader.open('/404.html', {}, async (page) => {
      const parts = new Set<string>();
      page.on('request', (request) => {
        const [, part] = /\/search\/files\/(.*-\d\d)\/index\//u.exec(request.url()) ?? [];
        if (part) parts.add(part);
      });
      await act(page, parts);
    });

  for (const [address, query, months, count] of cases)
    await t.test(`${query} at ${address} opens ${count} parts`, () =>
      open(async (page, parts) => {
        const sign = address.includes('?') ? '&' : '?';
        await page.goto(`${reader.site}${address}${sign}q=${encodeURIComponent(query)}`);
        await until(async () => /^(?!.*…$).*\d|No|없습니다/u.test(await status(page)), true);
        assert.deepEqual(
          (await headlines(page)).map((headline) => headline.slice(3)).sort(),
          months.map(dayOf).sort(),
        );
        if (query !== '') assert.equal(parts.size, count);
      }),
    );

  await t.test('readers search further parts step by step', () =>
    open(async (page, parts) => {
      await page.goto(`${reader.site}/search/?q=zeppelin`);
      await until(() => status(page), '3 results');
      const more = page.locator('.search-more');
      assert.equal(await more.innerText(), 'Search more articles');
      await more.click();
      await until(() => status(page), '5 results');
      assert.equal(await more.count(), 0);
      assert.equal(parts.size, 5);
      // Parts that are loaded are not asked for words that they do not have.
      await searchAgain(page, 'code001');
      assert.deepEqual(await headlines(page), [`Of ${dayOf(1)}`]);
      assert.equal(parts.size, 6);
    }),
  );

  await t.test('readers search further where the first parts have nothing', () =>
    open(async (page, parts) => {
      await page.goto(`${reader.site}/search/?q=${encodeURIComponent('"trade talks" -code0')}`);
      await until(() => status(page), '0 results');
      assert.equal(parts.size, 3);
      for (const opened of [9, 15, 21, 24]) {
        await page.locator('.search-more').click();
        await until(async () => parts.size, opened);
      }
      await until(async () => /^No results/u.test(await status(page)), true);
      assert.equal(await page.locator('.search-more').count(), 0);
      assert.match(await page.locator('.search-help').innerText(), /spelling/u);
    }),
  );
});

function dayOf(index: number): string {
  return months[index] ?? '';
}
