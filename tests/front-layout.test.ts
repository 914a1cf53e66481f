import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from './browser.ts';
import { frontCases, frontContent, pathOf, topicPath } from './front/front-cases.ts';
import { measureRoom } from './front/measure-room.ts';
import { openSite } from './reading/reader.ts';
import { sharedSite } from './test-site.ts';

/**
 * The widest empty square that a row may have, in CSS pixels. A picture of a column is about that
 * high, so a larger one looks as if a picture were missing. In a narrow window there is one column.
 */
const widest = { 320: 128, 768: 240, 1024: 240, 1280: 240, 1920: 240 } as const;

/** The share of all rows that may be empty: lines of text end early, and columns differ in length. */
const share = { all: 0.32, some: 0.32, none: 0.47 } as const;

/** Sections decide little in a list. */
const listCases = frontCases.filter(({ sections, story }) => sections > 0 && !story);

test('front pages, and the newest pages of lists, fill their rows', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, frontContent);
  assert.equal(site.code, 0, site.stderr);
  const reader = await openSite(t, browser, site.outDir);
  const pages = [
    ...frontCases.map((own) => ({ own, path: pathOf(own), what: 'front page' })),
    ...listCases.map((own) => ({ own, path: pathOf(own) + topicPath, what: 'list' })),
  ];
  // One page for all: it keeps the fonts.
  await reader.open('/404.html', {}, async (page) => {
    for (const { own, path, what } of pages)
      await t.test(`${what}, ${own.name}`, async () => {
        await page.goto(reader.site + path);
        for (const [width, side] of Object.entries(widest)) {
          await page.setViewportSize({ width: Number(width), height: 800 });
          const { overflow, holes, empty } = await measureRoom(page);
          const at = `at ${width} px`;
          assert.ok(holes.length > 0, at);
          assert.ok(overflow <= 0, `${overflow} px of sideways scroll ${at}`);
          const [hole] = holes;
          assert.ok((hole?.side ?? 0) <= side, `${hole?.side} px empty ${at}: ${hole?.row}`);
          assert.ok(empty <= share[own.pictures], `${empty} of the rows are empty ${at}`);
        }
      });
  });
});

test('the first screen of a list on a phone has the headline and words of its lead', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, frontContent);
  assert.equal(site.code, 0, site.stderr);
  const reader = await openSite(t, browser, site.outDir);
  await reader.open('/404.html', { width: 360, height: 640 }, async (page) => {
    for (const own of listCases.filter(({ articles }) => articles > 3))
      await t.test(own.name, async () => {
        await page.goto(reader.site + pathOf(own) + topicPath);
        const lead = page.locator('.teaser-lead');
        const headline = await lead.locator('.teaser-headline').boundingBox();
        assert.ok(headline && headline.y + headline.height < 640);
        if (own.summaries === false) return;
        const summary = await lead.locator('.teaser-summary').boundingBox();
        assert.ok(summary && summary.y + 24 < 640, `the summary begins at ${summary?.y}`);
      });
  });
});
