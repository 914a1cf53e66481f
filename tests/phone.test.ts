import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { browserOrSkip } from './browser.ts';
import {
  type PhoneArticle,
  type PhoneLanguage,
  phoneContent,
  phoneLanguages,
} from './phone/phone-content.ts';
import { overflowing } from './reading/layout.ts';
import { openSite } from './reading/reader.ts';
import { sharedSite } from './test-site.ts';

const pathOf = (language: PhoneLanguage, name: PhoneArticle) =>
  `${language === 'en' ? '' : `/${language}`}/2026/05/30/${name}/`;

/** The boxes of what is at the top of a page. Lines are counted by their tops. */
const measure = (page: Page) =>
  page.evaluate(() => {
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const linesOf = (elements: Iterable<Element>) => {
      const tops = [...elements]
        .map((element) => element.getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .map(({ top, bottom }) => Math.round((top + bottom) / 20));
      return new Set(tops).size;
    };
    const range = document.createRange();
    const text = document.querySelector('.copy p')?.firstChild;
    if (text) range.selectNodeContents(text);
    const [line] = range.getClientRects();
    const masthead = [...document.querySelectorAll('.wordmark, .masthead .tools')];
    return {
      headline: box('h1')?.bottom ?? Number.NaN,
      standfirst: box('.standfirst')?.bottom ?? Number.NaN,
      firstLine: line?.bottom ?? Number.NaN,
      picture: box('.article-picture')?.top ?? Number.NaN,
      wordmark: box('.wordmark'),
      tools: box('.masthead .tools'),
      mastheadRows: linesOf(masthead),
      menu: box('.menu')?.height ?? Number.NaN,
      menuRows: linesOf(document.querySelectorAll('.menu li')),
      dates: linesOf(document.querySelectorAll('.article-meta .date')),
      dateHeight: box('.article-meta .date:last-of-type')?.height ?? Number.NaN,
      toolRows: linesOf(document.querySelectorAll('.article-tools button')),
      ready: document.querySelectorAll('.article-tools button[data-ready]').length,
    };
  });

test('the first screen of a phone', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, phoneContent);
  assert.equal(site.code, 0, site.stderr);
  const reader = await openSite(t, browser, site.outDir);

  for (const language of phoneLanguages)
    for (const width of [320, 360, 414])
      await t.test(`has the headline and a line of text: ${language}, ${width} px`, () =>
        reader.open(pathOf(language, 'plain'), { width, height: 740 }, async (page) => {
          await page.locator('.keep-offline[data-ready]').waitFor();
          const seen = await measure(page);
          assert.ok(seen.firstLine <= 740, `the first line ends at ${seen.firstLine} px`);
          assert.equal(seen.menuRows, 1, 'rows of the menu');
          assert.equal(seen.dates, 1, 'dates');
          assert.ok(seen.dateHeight <= 24, `${seen.dateHeight} px of dates`);
          assert.equal(seen.toolRows, 1, 'rows of tools');
          const { wordmark, tools } = seen;
          assert.ok(
            wordmark && tools && tools.top < wordmark.bottom,
            'one row for name and tools',
          );
          assert.deepEqual(await overflowing(page), []);
          // Where there are two dates, that of publication is at the end.
          if (language === 'en') assert.ok(await page.locator('.first-date time').isVisible());

          await page.goto(reader.site + pathOf(language, 'wide'));
          const wide = await measure(page);
          assert.ok(wide.standfirst <= 740, 'the standfirst is above the picture');
          assert.ok(wide.picture <= 740 - 100, `the picture begins at ${wide.picture} px`);
          await page.goto(reader.site + pathOf(language, 'tall'));
          const tall = await measure(page);
          const room = tall.firstLine - tall.picture;
          assert.ok(room <= 740, `${room} px from the picture to the first line`);
        }),
      );

  await t.test('on wide screens the header has both dates', () =>
    reader.open(pathOf('en', 'plain'), { width: 1280 }, async (page) => {
      assert.equal(await page.locator('.article-meta .date:visible').count(), 2);
      assert.equal(await page.locator('.first-date:visible').count(), 0);
    }),
  );

  await t.test('the menu can be scrolled and used with the keyboard', () =>
    reader.open(pathOf('de', 'plain'), { width: 320, height: 740 }, async (page) => {
      const last = page.locator('.menu li:last-child a');
      await last.focus();
      const box = await last.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
      assert.ok(box.height >= 24);
    }),
  );

  await t.test('without scripts the first line comes even earlier', () =>
    reader.open(
      pathOf('en', 'plain'),
      { width: 320, height: 740, javaScriptEnabled: false },
      async (page) => {
        const line = await page.locator('.copy p').first().boundingBox();
        assert.ok(line && line.y <= 680, `${line?.y}`);
      },
    ),
  );
});
