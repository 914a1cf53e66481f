import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import type { Reader } from './reader.ts';

/**
 * Elements that overflow the window sideways, except those that scroll, and the page itself.
 */
export const overflowing = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const elements = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      const within = element.closest('.table-scroll, .hidden, .skip, [popover], dialog');
      return width > 1 && !within && (left < -1 || right > clientWidth + 1);
    });
    return [
      ...elements.map((element) => `${element.nodeName}.${element.className}`),
      ...(scrollWidth > clientWidth ? [`the page, by ${scrollWidth - clientWidth} px`] : []),
    ];
  });

/** Pages fit their window: however narrow, with text of any size, in both directions. */
export async function testLayout(t: TestContext, reader: Reader): Promise<void> {
  const pages = Object.values(readingPages);
  // 320 CSS pixels are a window of 1280 at 400 % (WCAG 1.4.10).
  for (const width of [320, 360, 768, 1280]) {
    for (const size of ['0', '4']) {
      await t.test(`at ${width} px with ${size === '0' ? 'usual' : 'the largest'} text`, () =>
        reader.open(
          '/404.html',
          { width, kept: { 'dateline:settings': JSON.stringify({ size }) } },
          async (page) => {
            for (const path of pages) {
              if (path !== '/404.html') await page.goto(reader.site + path);
              assert.deepEqual(await overflowing(page), [], path);
            }
          },
        ),
      );
    }
  }

  await t.test('with the browser’s own text at 200 %', () =>
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

  for (const width of [768, 1280])
    await t.test(`with lines of a readable length at ${width} px`, () =>
      reader.open(readingPages.article, { width }, testLineLength),
    );
}

/**
 * Every full line of the text has 45 to 75 characters: the usual rule of typography, and below
 * the 80 of WCAG 1.4.8.
 */
export async function testLineLength(page: Page): Promise<void> {
  const lines = await page.evaluate(fullLines);
  assert.ok(lines.length > 10, `${lines.length} full lines`);
  assert.deepEqual(
    lines.filter((length) => length < 45 || length > 75),
    [],
  );
}

/** The lengths of all lines of the text that are not the last of their paragraph. */
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
