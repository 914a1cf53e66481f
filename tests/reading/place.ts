import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import { type Reader, until } from './reader.ts';

const scrollToPart = (page: Page, part: number) =>
  page.evaluate((part) => scrollTo(0, document.body.scrollHeight * part), part);

/** Leaves the page for another one of the site, as a reader does. */
const leave = (page: Page, reader: Reader) => page.goto(reader.site + readingPages.short);

/** The paragraph at the top of the window. */
const paragraphInSight = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.copy [id^="p-"]')].find(
        (one) => one.getBoundingClientRect().bottom > 100,
      )?.id,
  );

/** A long article that is opened again offers the paragraph where the reader stopped. */
export async function testPlace(t: TestContext, reader: Reader): Promise<void> {
  await t.test('is offered, and is the same paragraph with larger text', () =>
    reader.open(readingPages.article, { width: 768 }, async (page) => {
      await scrollToPart(page, 0.5);
      const left = await paragraphInSight(page);
      await leave(page, reader);
      await page.evaluate(() => localStorage.setItem('dateline:settings', '{"size":"4"}'));
      await page.goto(reader.site + readingPages.article);
      await page.click('.place a');
      await until(() => page.evaluate(() => location.hash.slice(1)), left ?? '');
      const top = await page.evaluate(
        (id) => document.getElementById(id ?? '')?.getBoundingClientRect().top ?? -1,
        left,
      );
      assert.ok(top >= 0 && top < 120, `the paragraph is at ${top}`);
      assert.equal(await page.locator('.place').count(), 0, 'the offer is gone');
    }),
  );

  await reader.open(readingPages.article, { width: 768 }, async (page) => {
    await t.test('is shown by a bar that grows with the part that was read', async () => {
      const width = () =>
        page.evaluate(
          () =>
            (document.querySelector('.progress')?.getBoundingClientRect().width ?? -1) /
            innerWidth,
        );
      assert.equal(await width(), 0);
      await scrollToPart(page, 0.5);
      await until(async () => (await width()) > 0.3 && (await width()) < 0.7, true);
      await scrollToPart(page, 1);
      await until(async () => Math.round((await width()) * 100), 100);
      await scrollToPart(page, 0);
      await until(width, 0);
    });

    await t.test(
      'is not offered for a beginning, an end, a URL with #, a short article',
      async () => {
        const offered = async (path: string) => {
          await leave(page, reader);
          await page.goto(reader.site + path);
          await page.waitForLoadState('networkidle');
          return page.locator('.place').count();
        };
        await scrollToPart(page, 0.02);
        assert.equal(await offered(readingPages.article), 0, 'beginning');
        await scrollToPart(page, 0.5);
        assert.equal(await offered(`${readingPages.article}#the-vote`), 0, 'URL with #');
        await scrollToPart(page, 1);
        assert.equal(await offered(readingPages.article), 0, 'end');
        await page.goto(reader.site + readingPages.short);
        await scrollToPart(page, 1);
        assert.equal(await offered(readingPages.short), 0, 'short article');
      },
    );

    await t.test('can be declined', async () => {
      await page.goto(reader.site + readingPages.article);
      await scrollToPart(page, 0.5);
      await leave(page, reader);
      await page.goto(reader.site + readingPages.article);
      await page.click('.place button');
      assert.equal(await page.locator('.place').count(), 0);
      assert.equal(await page.evaluate(() => scrollY), 0);
    });
  });
}
