import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { readingPages } from '../reading-content.ts';
import { type Reader, until } from './reader.ts';

/** The browser computes how long ago an article was published from its date. */
export async function testDates(t: TestContext, reader: Reader): Promise<void> {
  const { article, arabic } = readingPages;
  const cases = [
    [
      'on the day of its update',
      '2026-05-21T03:30:00Z',
      article,
      '18 hours ago|3 hours ago',
      '',
    ],
    [
      'two years later',
      '2028-05-21T03:30:00Z',
      article,
      '2 years ago|2 years ago',
      'This article is more than 2 years old',
    ],
    ['not at all if the clock is wrong', '2026-05-01T00:00:00Z', article, '|', ''],
    ['in Arabic', '2028-05-21T03:30:00Z', arabic, 'قبل سنتين', 'سنتين'],
  ] as const;
  await reader.open('/404.html', { timezoneId: 'America/Los_Angeles' }, async (page) => {
    for (const [name, now, path, ago, notice] of cases)
      await t.test(`is shown ${name}`, async () => {
        await page.clock.setFixedTime(now);
        await page.goto(reader.site + path);
        const shown = async () => (await page.locator('.ago').allTextContents()).join('|');
        await until(shown, ago);
        const notices = await page.locator('.old-notice').allTextContents();
        assert.equal(notices.length, notice === '' ? 0 : 1);
        assert.ok(notices.join('').includes(notice), notices.join(''));
      });
  });

  await reader.open('/404.html', { timezoneId: 'America/Los_Angeles' }, async (page) => {
    await t.test('is shown in lists on the day itself, without moving anything', async () => {
      await page.clock.setFixedTime('2026-05-21T03:30:00Z');
      await page.goto(`${reader.site}/page/`);
      const date = page.locator(`.teaser:has(a[href$="${article}"]) .date`);
      const words = async () => (await date.innerText()).replace(/\s+/gu, ' ');
      await until(async () => /Updated 3 hours ago$/u.test(await words()), true);
      assert.match(await words(), /20 May 2026/u);
      await page.clock.setFixedTime('2026-05-24T03:30:00Z');
      await page.reload();
      await until(async () => /Updated 21 May 2026$/u.test(await words()), true);
    });
  });

  await t.test('is not shown without scripts; the dates are', () =>
    reader.open(article, { javaScriptEnabled: false }, async (page) => {
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
