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
  for (const width of [360, 768, 1280]) {
    for (const [kind, size] of [
      ['usual', '0'],
      ['enlarged', '4'],
    ] as const) {
      const kept = { 'dateline:settings': JSON.stringify(size === '0' ? {} : { size }) };
      await t.test(`marks each section in turn, at ${width} px with ${kind} text`, () =>
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
  }

  await t.test('marks the section that a link leads to, and back leads back', () =>
    reader.open(readingPages.article, {}, async (page) => {
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
    }),
  );

  await t.test('marks the section that the address names', () =>
    reader.open(`${readingPages.article}#what-comes-next`, {}, (page) =>
      until(() => current(page), 'What comes next'),
    ),
  );

  await t.test('goes on and back by keys, without a single letter', () =>
    reader.open(readingPages.article, {}, async (page) => {
      for (const name of ['The vote', 'The money', 'What comes next', 'Numbers']) {
        await page.keyboard.press('Alt+PageDown');
        await until(() => current(page), name);
      }
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'numbers');
      await page.keyboard.press('Alt+PageUp');
      await until(() => current(page), 'What comes next');
      for (const key of 'abcdefghijklmnopqrstuvwxyz') await page.keyboard.press(key);
      assert.equal(await current(page), 'What comes next');
    }),
  );

  await t.test('is a bar with the section’s name and a menu on a narrow screen', () =>
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
      assert.ok(!(await list.isVisible()), 'the list closes behind the reader');
    }),
  );

  await t.test('scrolls in itself with forty headings', () =>
    reader.open(readingPages.many, { height: 500 }, async (page) => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await until(() => current(page), 'Part 40');
      const link = await page.locator('.sections [aria-current]').boundingBox();
      assert.ok(link && link.y > 0 && link.y + link.height < 500, 'the link is in sight');
    }),
  );

  await t.test('is not there without headings', () =>
    reader.open(readingPages.short, {}, async (page) =>
      assert.equal(await page.locator('.sections').count(), 0),
    ),
  );

  await t.test('leads to each section without scripts, at each width', async () => {
    for (const width of [360, 768, 1280]) {
      await reader.open(
        readingPages.article,
        { width, javaScriptEnabled: false },
        async (page) => {
          if (width < 1100) await page.click('.sections summary');
          await page.click('.sections a:text-is("The money")');
          assert.match(page.url(), /#the-money$/u);
          assert.equal(await page.locator('.sections button:visible').count(), 0);
        },
      );
    }
  });

  await t.test('works from right to left', () =>
    reader.open(readingPages.arabic, {}, async (page) => {
      await page.click('.sections a:text-is("المال")');
      await until(() => current(page), 'المال');
      const nav = await page.locator('.sections').boundingBox();
      const text = await page.locator('.copy').boundingBox();
      assert.ok(nav && text && nav.x > text.x + text.width, 'it stands to the right');
    }),
  );
}
