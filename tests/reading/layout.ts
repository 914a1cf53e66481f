import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { readingPages } from '../reading-content.ts';
import type { Reader } from './reader.ts';

/** Elements that reach out of the window sideways, but those that scroll in themselves. */
const overflowing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const within = element.closest('.table-scroll, .hidden, .skip, [popover], dialog');
        return (
          width > 1 &&
          !within &&
          (left < -1 || right > document.documentElement.clientWidth + 1)
        );
      })
      .map((element) => `${element.nodeName}.${element.className}`),
  );

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

  await t.test('with lines of a readable length', () =>
    reader.open(readingPages.article, {}, async (page) => {
      const signs = await page.evaluate(() => {
        const text = document.querySelector('.copy p')?.firstChild;
        if (!(text instanceof Text)) return 0;
        const range = document.createRange();
        let line = 0;
        let top = Number.NaN;
        for (let index = 0; index < text.length; index += 1) {
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          const rect = range.getBoundingClientRect();
          if (Number.isNaN(top)) top = rect.top;
          if (rect.top > top + 5) break;
          line += 1;
        }
        return line;
      });
      assert.ok(signs >= 45 && signs <= 80, `${signs} characters`);
    }),
  );
}
