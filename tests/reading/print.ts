import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { readingPages } from '../reading-content.ts';
import type { Reader } from './reader.ts';

const visible = (selector: string) =>
  [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility())
    .length;

/** A printed article is black on white and has what a reader needs to find it again. */
export async function testPrint(t: TestContext, reader: Reader): Promise<void> {
  await reader.open(readingPages.article, { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    for (const [name, settings] of [
      ['the dark theme', '{"theme":"dark","size":"4"}'],
      ['a dark device', '{}'],
    ] as const)
      await t.test(`is black on white from ${name}`, async () => {
        await page.evaluate(
          (value) => localStorage.setItem('dateline:settings', value),
          settings,
        );
        await page.reload();
        const look = await page.evaluate(() => {
          const text = getComputedStyle(document.querySelector('.copy p') ?? document.body);
          const { backgroundColor } = getComputedStyle(document.documentElement);
          return [backgroundColor, text.color, Math.round(Number.parseFloat(text.fontSize))];
        });
        assert.deepEqual(look, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 14]);
      });

    await t.test(
      'has credits, date and URLs of the article and of links, no navigation',
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        assert.equal(await page.evaluate(visible, 'nav, button, .progress, .related, .ago'), 0);
        const text = await page.locator('body').innerText();
        for (const part of [
          'Lena Park',
          '20 May 2026',
          'https://news.example/2026/05/20/council/',
          'https://elsewhere.example/report?year=2026',
          'Correction',
        ])
          assert.ok(text.includes(part), part);
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
        assert.equal(await page.locator('.paper-links').count(), 0);
      },
    );
  });

  await t.test('is a PDF of several pages', () =>
    reader.open(readingPages.arabic, {}, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.match(pdf, /^%PDF-/u);
      assert.ok((pdf.match(/\/Type \/Page\b/gu) ?? []).length > 1);
    }),
  );

  await t.test('has URLs after links without scripts', () =>
    reader.open(readingPages.article, { javaScriptEnabled: false }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const link = page.locator('.copy a[href^="https://elsewhere"]');
      assert.equal(await link.count(), 1);
      // Scripts are disabled for the page, not for the test.
      const content = await link.evaluate(
        (element) => getComputedStyle(element, '::after').content,
      );
      assert.match(content, /elsewhere\.example\/report/u);
    }),
  );
}
