import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { openSite } from './reading/reader.ts';
import { type Files, sharedSite } from './test-site.ts';

const forms = [
  ...[
    [300, 200],
    [200, 300],
    [240, 240],
    [320, 180],
    [150, 400],
    [400, 130],
    [210, 200],
  ],
] as const;

const draw = ([width = 1, height = 1]: readonly number[], index: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: index * 9, g: 90, b: 120 } } })
    .png()
    .toBuffer();

const counts = [1, 2, 3, 7, 100];
const picture = (index: number) =>
  `![Quay ${index}](p${index % forms.length}.png "Quay ${index}. Credit: Jane Roe")`;
const row = (count: number) =>
  `## Row of ${count}\n\n${Array.from({ length: count }, (_, index) => picture(index)).join('\n\n')}\n`;
const essay = `## Essay\n\n:::gallery\n\n${picture(0)}\n\n${picture(1)}\n\nBetween.\n\n${picture(2)}\n:::\n`;

async function content(): Promise<Files> {
  const text = [...counts.map(row), essay].join('\n');
  return {
    'publication.yaml': 'name: Test\nlanguages: [en, ar]\n',
    'a.md': `---\ntitle: A\ndate: 2026-01-06\n---\n\n${text}`,
    'a.ar.md': `---\ntitle: صور\n---\n\n${text.replaceAll('Quay', 'رصيف')}`,
    'plain.md': `---\ntitle: Plain\ndate: 2026-01-05\n---\n\n${picture(0)}\n\nWords.\n`,
    ...Object.fromEntries(
      await Promise.all(
        forms.map(async (form, index) => [`p${index}.png`, await draw(form, index)] as const),
      ),
    ),
  };
}

/** The pictures of all galleries: their boxes, and the form of their files. */
const boxesOf = (page: Page) =>
  page.$$eval('.gallery', (galleries) =>
    galleries.map((gallery) =>
      [...gallery.querySelectorAll('img')].map((img) => {
        const { top, width, height } = img.getBoundingClientRect();
        const form = Number(img.getAttribute('width')) / Number(img.getAttribute('height'));
        return { top: Math.round(top), width, height, form };
      }),
    ),
  );

test('pictures in a row', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const site = await sharedSite(t, await content());
  assert.equal(site.code, 0, site.stderr);

  await t.test('a page with single pictures has no styles of galleries', async () => {
    assert.doesNotMatch(
      await site.read('2026/01/05/plain/index.html'),
      /gallery|essay|ratio-/u,
    );
  });

  const reader = await openSite(t, browser, site.outDir);
  for (const edition of ['', 'ar/'])
    for (const width of [360, 768, 1280, 1920])
      await reader.open(`/${edition}2026/01/06/a/`, { width, height: 900 }, async (page) => {
        await t.test(
          `fill rows of one height without cutting: /${edition}, ${width} px`,
          async () => {
            const galleries = await boxesOf(page);
            assert.deepEqual(
              galleries.map((one) => one.length),
              counts.slice(1),
            );
            for (const boxes of galleries) {
              for (const { width, height, form } of boxes)
                assert.ok(
                  Math.abs(width / height / form - 1) < 0.02,
                  `${width} x ${height}, ${form}`,
                );
              for (const line of Map.groupBy(boxes, ({ top }) => top).values()) {
                const heights = line.map(({ height }) => height);
                const ratio = Math.max(...heights) / Math.min(...heights);
                assert.ok(ratio < 1.15, `heights ${heights}`);
              }
            }
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(wide <= width, `${wide} px`);
          },
        );
        if (width !== 1280) return;
        await t.test(`captions of an essay are beside its pictures: /${edition}`, async () => {
          const sides = await page.$$eval('.essay figure', (figures) =>
            figures.map((figure) => {
              const [img, caption] = ['img', 'figcaption'].map((name) =>
                figure.querySelector(name)?.getBoundingClientRect(),
              );
              if (!img || !caption) return 'missing';
              return caption.left >= img.right
                ? 'right'
                : caption.right <= img.left
                  ? 'left'
                  : 'below';
            }),
          );
          assert.deepEqual([...new Set(sides)], [edition === '' ? 'right' : 'left']);
          // A page of 100 pictures; the long run of `tests/forms` tries all looks.
          if (edition === 'ar/')
            assert.deepEqual(await axeFindings(page, { within: '.copy' }), []);
        });
        await t.test(`the whole window shows them in order: /${edition}`, async () => {
          await page.locator('.enlarge').nth(1).click();
          const box = page.locator('#ui-picture-box');
          const total = counts.reduce((sum, count) => sum + count, 0) + 3;
          const says = (number: number) =>
            edition === '' ? `${number} of ${total}` : `${number} من ${total}`;
          assert.equal(await box.locator('.count').innerText(), says(2));
          await page.keyboard.press(edition === '' ? 'ArrowRight' : 'ArrowLeft');
          assert.equal(await box.getByRole('status').innerText(), says(3));
          assert.match(await box.locator('figcaption').innerText(), /Jane Roe/u);
          await page.keyboard.press('Escape');
          assert.equal(await box.isVisible(), false);
        });
      });

  await t.test('each picture keeps its credit in feeds', async () => {
    const { items } = JSON.parse(await site.read('feed.json'));
    const credits = items[0].content_html.match(/<figcaption>[^<]*<span>Credit: Jane Roe/gu);
    assert.equal(credits?.length, counts.reduce((sum, count) => sum + count, 0) + 3);
  });
});
