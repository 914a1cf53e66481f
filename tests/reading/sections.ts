import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import { type Reader, until } from './reader.ts';

const current = (page: Page) =>
  page.evaluate(() => document.querySelector('.sections [aria-current]')?.textContent ?? '');
const address = (page: Page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
const entries = (page: Page) => page.evaluate(() => history.length);

/** Scrolls the heading with this id to a position of the window, in window heights. */
const bring = (page: Page, id: string, part: number) =>
  page.evaluate(
    ([id, part]) => {
      const top = document.getElementById(id)?.getBoundingClientRect().top ?? 0;
      scrollBy(0, top - innerHeight * part);
    },
    [id, part] as const,
  );

/** The navigation to an article's sections shows where the reader is. */
export async function testSections(t: TestContext, reader: Reader): Promise<void> {
  // Below 1100 px the navigation is a bar.
  for (const [width, size] of [
    [360, '4'],
    [1280, '0'],
  ] as const) {
    const kept = { 'dateline:settings': JSON.stringify({ size }) };
    await t.test(`marks each section in turn at ${width} px with text size ${size}`, () =>
      reader.open(readingPages.article, { width, kept }, async (page) => {
        assert.equal(await current(page), '');
        const before = await entries(page);
        for (const [id, name] of [
          ['the-vote', 'The vote'],
          ['the-money', 'The money'],
        ] as const) {
          await bring(page, id, 0.2);
          await until(() => current(page), name);
          await until(() => address(page), id);
        }
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await until(() => current(page), 'Numbers');
        await until(() => address(page), 'numbers');
        await page.evaluate(() => scrollTo(0, 0));
        await until(() => current(page), '');
        await until(() => address(page), '');
        assert.equal(await entries(page), before);
      }),
    );
  }

  await reader.open(`${readingPages.article}#what-comes-next`, {}, async (page) => {
    const openAgain = () => page.goto(reader.site + readingPages.article);
    await t.test('marks the section that the URL names', () =>
      until(() => current(page), 'What comes next'),
    );

    await t.test('marks the section of a link, and the last one after "back"', async () => {
      await openAgain();
      for (const name of ['What comes next', 'Numbers', 'The vote']) {
        await page.click(`.sections a:text-is("${name}")`);
        await until(() => current(page), name);
      }
      await page.goBack();
      await until(() => current(page), 'Numbers');
      await page.goBack();
      await until(() => current(page), 'What comes next');
      await page.goBack();
      await until(() => address(page), '');
      await until(() => current(page), '');
    });

    await t.test('moves by Alt+PageDown and Alt+PageUp, not by letters', async () => {
      await openAgain();
      for (const name of ['The vote', 'The money', 'What comes next', 'Numbers']) {
        await page.keyboard.press('Alt+PageDown');
        await until(() => current(page), name);
      }
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'numbers');
      await page.keyboard.press('Alt+PageUp');
      await until(() => current(page), 'What comes next');
      for (const key of 'abcdefghijklmnopqrstuvwxyz') await page.keyboard.press(key);
      assert.equal(await current(page), 'What comes next');
    });

    await t.test('is missing without headings', async () => {
      await page.goto(reader.site + readingPages.short);
      assert.equal(await page.locator('.sections').count(), 0);
    });

    await t.test('is on the right of a text from right to left', async () => {
      await page.goto(reader.site + readingPages.arabic);
      await page.click('.sections a:text-is("المال")');
      await until(() => current(page), 'المال');
      const nav = await page.locator('.sections').boundingBox();
      const text = await page.locator('.copy').boundingBox();
      assert.ok(nav && text && nav.x > text.x + text.width, `${nav?.x} and ${text?.x}`);
    });

    await t.test('scrolls within itself with forty headings', async () => {
      await page.setViewportSize({ width: 1280, height: 500 });
      await page.goto(reader.site + readingPages.many);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await until(() => current(page), 'Part 40');
      const link = await page.locator('.sections [aria-current]').boundingBox();
      assert.ok(link && link.y > 0 && link.y + link.height < 500, 'the link is in sight');
    });
  });

  await t.test('is a bar with the name of the section and a menu in a narrow window', () =>
    reader.open(readingPages.article, { width: 360, height: 640 }, async (page) => {
      await page.click('.sections [data-step="1"]');
      await until(() => page.textContent('.here'), 'The vote');
      const bar = await page.locator('.sections summary').boundingBox();
      assert.ok(bar && bar.y >= 0 && bar.y < 8, 'the bar stays at the top');
      const heading = await page.locator('#the-vote').boundingBox();
      assert.ok(heading && heading.y >= bar.y + bar.height, 'the bar covers no heading');
      const { y } = (await page.locator('#the-vote').boundingBox()) ?? {};
      await page.click('.sections summary');
      const list = page.locator('.sections ol');
      assert.ok(await list.isVisible());
      assert.equal((await page.locator('#the-vote').boundingBox())?.y, y, 'nothing moves');
      await page.keyboard.press('Escape');
      assert.ok(!(await list.isVisible()));
      await page.click('.sections summary');
      await page.click('.sections a:text-is("Numbers")');
      await until(() => current(page), 'Numbers');
      assert.ok(!(await list.isVisible()), 'the list closes after a choice');
    }),
  );

  await t.test('works without scripts at each width', () =>
    reader.open(readingPages.article, { javaScriptEnabled: false }, async (page) => {
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(reader.site + readingPages.article);
        if (width < 1100) await page.click('.sections summary');
        await page.click('.sections a:text-is("The money")');
        assert.match(page.url(), /#the-money$/u);
        assert.equal(await page.locator('.sections button:visible').count(), 0);
      }
    }),
  );
}
