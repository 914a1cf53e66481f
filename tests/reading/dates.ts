import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { readingPages } from '../reading-content.ts';
import { type Reader, until } from './reader.ts';

/** Stops the page's clock at an instant. */
const at = {
  sameDay: () => {
    Date.now = () => Date.parse('2026-05-21T03:30:00Z');
  },
  twoYearsOn: () => {
    Date.now = () => Date.parse('2028-05-21T03:30:00Z');
  },
  before: () => {
    Date.now = () => Date.parse('2026-05-01T00:00:00Z');
  },
} as const;

/** The browser computes how long ago an article was published from its date. */
export async function testDates(t: TestContext, reader: Reader): Promise<void> {
  const header = readingPages.article;
  const cases = [
    {
      when: 'on the day of its update',
      before: at.sameDay,
      path: header,
      ago: ['18 hours ago', '3 hours ago'],
      notice: '',
    },
    {
      when: 'two years on',
      before: at.twoYearsOn,
      path: header,
      ago: ['2 years ago', '2 years ago'],
      notice: 'This article is more than 2 years old',
    },
    {
      when: 'by a clock that is wrong',
      before: at.before,
      path: header,
      ago: ['', ''],
      notice: '',
    },
    {
      when: 'in Arabic',
      before: at.twoYearsOn,
      path: readingPages.arabic,
      ago: ['قبل سنتين'],
      notice: 'سنتين',
    },
  ] as const;
  for (const { when, before, path, ago, notice } of cases) {
    await t.test(`is told ${when}`, () =>
      reader.open(path, { before, timezoneId: 'America/Los_Angeles' }, async (page) => {
        const told = () => page.locator('.ago').allTextContents();
        await until(async () => (await told()).join('|'), ago.join('|'));
        const shown = await page.locator('.old-notice').allTextContents();
        assert.ok(shown.join('').includes(notice), shown.join(''));
        assert.equal(shown.length, notice === '' ? 0 : 1);
      }),
    );
  }

  await t.test('leaves the dates themselves alone without scripts', () =>
    reader.open(header, { javaScriptEnabled: false }, async (page) => {
      assert.deepEqual(
        await page
          .locator('.article-meta time')
          .evaluateAll((times) => times.map((time) => time.getAttribute('datetime'))),
        ['2026-05-20T18:30+09:00', '2026-05-21T09:00+09:00'],
      );
      assert.equal(await page.locator('.ago:visible, .old-notice').count(), 0);
    }),
  );
}
