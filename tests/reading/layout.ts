import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { pageTemplates, readingPages } from '../reading-content.ts';
import type { Reader } from './reader.ts';

/**
 * Elements that overflow the window sideways, except in boxes that scroll, and the page itself.
 */
export const overflowing = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const elements = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const overflows = width > 1 && (left < -1 || right > clientWidth + 1);
      const scrolls =
        '.table-scroll, .masthead ul, .article-tools, .hidden, .skip, [popover], dialog';
      return overflows && !element.closest(scrolls);
    });
    return [
      ...elements.map((element) => `${element.nodeName}.${element.className}`),
      ...(scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} px`] : []),
    ];
  });

/** Kinds of pages that differ in what is beside the text; `notice` has all of an article. */
const kinds = [...pageTemplates, 'arabic', 'notice', 'many'] as const;

/** Pages fit windows of all widths, with text of any size, in both directions. */
export async function testLayout(t: TestContext, reader: Reader): Promise<void> {
  // 320 CSS pixels are a window of 1280 at 400 % (WCAG 1.4.10).
  for (const [size, name, widths] of [
    ['0', 'usual', [320, 360, 768, 1280]],
    ['4', 'the largest', [320, 1280]],
  ] as const) {
    await t.test(`pages fit windows of ${widths.join(', ')} px with ${name} text`, () =>
      reader.open(
        readingPages.notFound,
        { width: 320, kept: { 'dateline:settings': JSON.stringify({ size }) } },
        async (page) => {
          for (const kind of kinds) {
            await page.goto(reader.site + readingPages[kind]);
            for (const width of widths) {
              await page.setViewportSize({ width, height: 800 });
              assert.deepEqual(await overflowing(page), [], `${kind} at ${width} px`);
            }
          }
        },
      ),
    );
  }

  await t.test('an article fits a window where the text of the browser has 200 %', () =>
    reader.open(
      readingPages.article,
      {
        width: 640,
        before: () => {
          addEventListener('DOMContentLoaded', () => {
            document.documentElement.style.fontSize = '200%';
          });
        },
      },
      async (page) => {
        assert.deepEqual(await overflowing(page), []);
        const size = await page.evaluate(() =>
          Number.parseFloat(
            getComputedStyle(document.querySelector('.copy p') ?? document.body).fontSize,
          ),
        );
        assert.ok(size >= 36, `${size} px`);
      },
    ),
  );

  await t.test('lines have a readable length', () => testLineLength(reader));
}

/**
 * Every full line of the text has 45 to 75 characters: the usual rule of typography, and below
 * the 80 of WCAG 1.4.8.
 */
export async function testLineLength(reader: Reader): Promise<void> {
  await reader.open(readingPages.article, {}, async (page) => {
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await page.evaluate(fullLines);
      assert.ok(lines.length > 10, `${lines.length} full lines at ${width} px`);
      const others = lines.filter((length) => length < 45 || length > 75);
      assert.deepEqual(others, [], `at ${width} px`);
    }
  });
}

/** The number of characters of every line of the text that is not the last of its paragraph. */
function fullLines(): number[] {
  const range = document.createRange();
  return [...document.querySelectorAll('.copy > p')].flatMap((paragraph) => {
    const text = paragraph.firstChild;
    if (!(text instanceof Text)) return [];
    const lengths: number[] = [];
    let bottom = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < text.length; index += 1) {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const rect = range.getBoundingClientRect();
      if (rect.top >= bottom) {
        lengths.push(0);
        bottom = rect.bottom - 1;
      }
      lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + 1;
    }
    return lengths.slice(0, -1);
  });
}
