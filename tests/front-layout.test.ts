import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserOrSkip } from './browser.ts';
import { frontCases, frontContent, pathOf } from './front/front-cases.ts';
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

test('front pages fill their rows', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, frontContent);
  assert.equal(site.code, 0, site.stderr);
  const reader = await openSite(t, browser, site.outDir);
  for (const own of frontCases)
    await t.test(own.name, () =>
      reader.open(pathOf(own), {}, async (page) => {
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
      }),
    );
});
