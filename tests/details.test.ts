import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from './browser.ts';
import { detailsContent, detailsPage } from './reading/details-content.ts';
import { createReader, until } from './reading/reader.ts';
import { buildSite } from './test-site.ts';

/** Two days after the article, one after its update. */
const nextDay = () => {
  Date.now = () => Date.parse('2026-05-30T12:00:00Z');
};

const phone = { width: 360, height: 740, hasTouch: true, isMobile: true };

test('details of pages', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await buildSite(t, detailsContent);
  assert.equal(site.code, 0, site.stderr);
  const served = await serveFolder(site.outDir);
  t.after(served.close);
  const reader = createReader(browser, served.address.slice(0, -1));

  for (const [device, opening] of [
    ['a phone', phone],
    ['a wide window', { width: 1280, height: 800 }],
  ] as const) {
    await t.test(`a tall picture leaves room for words on ${device}`, () =>
      reader.open(detailsPage, opening, async (page) => {
        for (const image of await page.locator('.article figure img').all()) {
          const box = await image.boundingBox();
          assert.ok(box && box.height <= opening.height * 0.85, `${box?.height} px`);
          const natural = await image.evaluate(
            (img: HTMLImageElement) =>
              Number(img.getAttribute('height')) / Number(img.getAttribute('width')),
          );
          assert.ok(Math.abs(box.height / box.width - natural) < 0.05, 'as it was taken');
        }
      }),
    );

    await t.test(`the age of an article follows its date on ${device}`, () =>
      reader.open(detailsPage, { ...opening, before: nextDay }, async (page) => {
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
      }),
    );
  }

  await t.test('no link covers a picture where nothing hovers', () =>
    reader.open(detailsPage, phone, async (page) => {
      await page.locator('h2 > .part-link').first().waitFor();
      assert.equal(await page.locator('figure > .part-link:visible').count(), 0);
    }),
  );

  await t.test('a wide table shows that it goes on, until its end is seen', () =>
    reader.open(detailsPage, phone, async (page) => {
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
    }),
  );

  await t.test('a table that is reached by keys is not below the bar of sections', () =>
    reader.open(detailsPage, { width: 360, height: 400 }, async (page) => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.locator('.table-scroll').focus();
      const [table, bar] = await Promise.all([
        page.locator('.table-scroll').boundingBox(),
        page.locator('.sections').boundingBox(),
      ]);
      assert.ok(table && bar && table.y >= bar.y + bar.height - 1, `${table?.y} ${bar?.y}`);
    }),
  );

  for (const width of [320, 360, 768, 1280]) {
    await t.test(`the mark of a link to elsewhere stays with its word at ${width} px`, () =>
      reader.open(detailsPage, { width }, async (page) => {
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
      }),
    );
  }

  await t.test('the page of an address that is none leads to the search', () =>
    reader.open('/404.html', phone, async (page) => {
      await page.locator('main input[type=search]').fill('ferry');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=ferry');
      await until(async () => (await page.locator('.search-result').count()) > 0, true);
    }),
  );

  await t.test('an empty list of saved articles says how to save one', () =>
    reader.open('/offline/', {}, async (page) => {
      assert.match(await page.locator('main').innerText(), /choose “Save for offline”/u);
    }),
  );

  await t.test('the field of the search can be used with text at 200 %', () =>
    reader.open(
      '/search/',
      {
        ...phone,
        before: () => {
          addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.fontSize = '200%';
          });
        },
      },
      async (page) => {
        const box = await page.locator('.search input').boundingBox();
        assert.ok(box && box.width >= 240, `${box?.width} px`);
      },
    ),
  );

  await t.test('code reads from the left in a text that does not', () =>
    reader.open('/ar/2026/05/28/tall/', {}, async (page) => {
      const style = await page
        .locator('.copy code')
        .evaluate((code) => [
          getComputedStyle(code).direction,
          getComputedStyle(code).unicodeBidi,
        ]);
      assert.deepEqual(style, ['ltr', 'isolate']);
    }),
  );

  await t.test('a name of Latin letters and signs keeps its order in Arabic', () =>
    reader.open('/ar/2026/05/20/names/', {}, async (page) => {
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
    }),
  );

  await t.test('a section of one article takes the width of its column', () =>
    reader.open('/', { width: 1280 }, async (page) => {
      const widths = await page
        .locator('.teasers > :only-child')
        .evaluateAll((teasers) =>
          teasers.map((teaser) => teaser.getBoundingClientRect().width),
        );
      assert.ok(widths.length > 0);
      for (const width of widths) assert.ok(width > 600, `${width} px`);
    }),
  );
});
