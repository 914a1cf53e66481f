import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserOrSkip } from './browser.ts';
import { detailsContent, detailsPage } from './reading/details-content.ts';
import { openSite, type Reader, until } from './reading/reader.ts';
import { sharedSite } from './test-site.ts';

const phone = { width: 360, height: 740, hasTouch: true, isMobile: true };

test('details of pages', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, detailsContent);
  const reader = await openSite(t, browser, site.outDir);
  await testPhone(t, reader);
  await testWindow(t, reader);
});

/** Two days after the article, one after its update. */
const setClock = (page: Page) => page.clock.setFixedTime('2026-05-30T12:00:00Z');

async function testPhone(t: TestContext, reader: Reader): Promise<void> {
  await reader.open('/404.html', phone, async (page) => {
    await t.test('the search form of the 404 page opens the search', async () => {
      await page.locator('main input[type=search]').fill('ferry');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=ferry');
      await until(async () => (await page.locator('.search-result').count()) > 0, true);
    });

    await t.test('the field of the search can be used with text at 200 %', async () => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const box = await page.locator('.search [name=q]').boundingBox();
      assert.ok(box && box.width >= 240, `${box?.width} px`);
    });

    await setClock(page);
    await page.goto(reader.site + detailsPage);
    await t.test('a tall picture leaves room for text on a phone', () =>
      assertPicturesFit(page, phone.height),
    );
    await t.test('the age of an article follows its date on a phone', () =>
      assertAgeFollows(page),
    );

    await t.test('no link covers a picture on a touch screen', async () => {
      await page.locator('h2 > .part-link').first().waitFor();
      assert.equal(await page.locator('figure > .part-link:visible').count(), 0);
    });

    await t.test('a wide table has a shadow until it is scrolled to its end', async () => {
      const table = page.locator('.table-scroll');
      await table.scrollIntoViewIfNeeded();
      const edge = async () => {
        const box = await table.boundingBox();
        assert.ok(box);
        const clip = {
          x: box.x + box.width - 3,
          y: box.y + box.height / 2,
          width: 2,
          height: 2,
        };
        return (await page.screenshot({ clip })).toString('base64');
      };
      const before = await edge();
      await table.evaluate((element) => {
        element.scrollLeft = element.scrollWidth;
      });
      assert.notEqual(await edge(), before);
    });
  });
}

async function testWindow(t: TestContext, reader: Reader): Promise<void> {
  await reader.open('/404.html', {}, async (page) => {
    await setClock(page);
    await page.goto(reader.site + detailsPage);
    await t.test('a tall picture leaves room for text in a wide window', () =>
      assertPicturesFit(page, 800),
    );
    await t.test('the age of an article follows its date in a wide window', () =>
      assertAgeFollows(page),
    );

    for (const width of [320, 360, 768, 1280])
      await t.test(
        `the mark of an external link is on the line of its last word at ${width} px`,
        async () => {
          await page.setViewportSize({ width, height: 800 });
          const alone = await page.locator('.copy a[rel~=external]').evaluateAll((links) =>
            links.filter((link) => {
              const words = document.createRange();
              words.selectNodeContents(link);
              const last = [...words.getClientRects()].at(-1);
              const all = [...link.getClientRects()].at(-1);
              return (
                !last || !all || Math.abs(last.top - all.top) > 3 || all.right < last.right + 5
              );
            }),
          );
          assert.equal(alone.length, 0);
          assert.equal(
            await page.evaluate(
              () =>
                getComputedStyle(
                  document.querySelector('.copy a[rel~=external]') as Element,
                  '::after',
                ).position,
            ),
            'absolute',
          );
        },
      );

    await t.test('a table with focus is below the bar of sections', async () => {
      await page.setViewportSize({ width: 360, height: 400 });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.locator('.table-scroll').focus();
      const [table, bar] = await Promise.all([
        page.locator('.table-scroll').boundingBox(),
        page.locator('.sections').boundingBox(),
      ]);
      assert.ok(table && bar && table.y >= bar.y + bar.height - 1, `${table?.y} ${bar?.y}`);
    });

    await page.setViewportSize({ width: 1280, height: 800 });
    await t.test('an empty list of saved articles says how to save one', async () => {
      await page.goto(`${reader.site}/offline/`);
      assert.match(await page.locator('main').innerText(), /choose “Save for offline”/u);
    });

    await t.test('code is left to right in Arabic', async () => {
      await page.goto(`${reader.site}/ar/2026/05/28/tall/`);
      const style = await page
        .locator('.copy code')
        .evaluate((code) => [
          getComputedStyle(code).direction,
          getComputedStyle(code).unicodeBidi,
        ]);
      assert.deepEqual(style, ['ltr', 'isolate']);
    });

    await t.test('a name of Latin letters and signs keeps its order in Arabic', async () => {
      await page.goto(`${reader.site}/ar/2026/05/20/names/`);
      const isInOrder = (selector: string) =>
        page
          .locator(selector, { hasText: 'C++' })
          .first()
          .evaluate((element) => {
            const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            let text = walker.nextNode() as Text;
            while (!text.data.includes('C++')) text = walker.nextNode() as Text;
            const from = text.data.indexOf('C++');
            const [letter = 0, sign = 0] = [from, from + 2].map((at) => {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return range.getBoundingClientRect().left;
            });
            return letter < sign;
          });
      assert.equal(await isInOrder('.topics a'), true, 'in an article');
      await page.locator('.topics a').first().click();
      await page.waitForURL('**/topic/**');
      assert.equal(await isInOrder('main h1'), true, 'as a heading');
      await page.goto(`${reader.site}/ar/topic/`);
      assert.equal(await isInOrder('.index a'), true, 'in the list of topics');
    });
  });
}

async function assertPicturesFit(page: Page, height: number): Promise<void> {
  for (const image of await page.locator('.article figure img').all()) {
    const box = await image.boundingBox();
    assert.ok(box && box.height <= height * 0.85, `${box?.height} px`);
    const natural = await image.evaluate(
      (img: HTMLImageElement) =>
        Number(img.getAttribute('height')) / Number(img.getAttribute('width')),
    );
    assert.ok(
      Math.abs(box.height / box.width - natural) < 0.05,
      'has the proportions of its file',
    );
  }
}

async function assertAgeFollows(page: Page): Promise<void> {
  await until(
    async () => (await page.locator('.ago').allTextContents()).join('|'),
    '2 days ago|yesterday',
  );
  assert.doesNotMatch(await page.locator('.article-meta').innerText(), /^\s*·/mu);
  // No gap may follow the reserved space.
  const gaps = await page.evaluate(() =>
    [...document.querySelectorAll('.article-meta > *')].map((element) => {
      const before = element.previousElementSibling;
      if (!before) return 0;
      const [one, other] = [before, element].map((part) => part.getBoundingClientRect());
      const isBeside = one && other && Math.abs(one.top - other.top) < 5;
      const range = document.createRange();
      range.selectNodeContents(before);
      return isBeside ? other.left - range.getBoundingClientRect().right : 0;
    }),
  );
  for (const gap of gaps) assert.ok(gap < 30, `${gap} px`);
}
