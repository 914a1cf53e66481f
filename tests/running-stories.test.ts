import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { startDev } from './dev-site.ts';
import { buildSite, type Files } from './test-site.ts';

const article = (title: string, day: string, ...fields: string[]) =>
  `${['---', `title: ${title}`, `date: ${day}`, ...fields, '---'].join('\n')}\n\nIt rained.\n`;
const many = 400;
/** A day of 2024, 2025 or 2026. */
const dayOf = (n: number) => new Date(Date.UTC(2024, 0, 1 + n * 2)).toISOString().slice(0, 10);

const files: Files = {
  'publication.yaml': `name: Test
languages: [en, ar]
url: https://news.example
feeds: [stories]
`,
  'stories/flood.md': `---
title: The flood in the lower valley
summary: The river rose for three days.
keyPoints: [The dam holds, 'Two roads are closed']
keyDates:
  - {date: 1953-02-01, text: The last flood of this height.}
  - {date: 2026-05-02T06:30Z, text: The dam overflows.}
  - {date: 2026-05-09, text: The court is to hear the case.}
corrections: [{date: 2026-05-06, text: The dam was misnamed.}]
---

The valley lies below the dam.
`,
  'stories/flood.ar.md': '---\ntitle: الفيضان في الوادي\n---\n\nيقع الوادي أسفل السد.\n',
  'rain-1.md': article('The rain begins', '2026-05-01', 'story: flood'),
  'rain-2.md': article(
    'Who built the dam',
    '2026-05-02',
    ...['story: flood', 'kind: analysis', 'summary: An old plan and a new wall.'],
    'corrections: [{date: 2026-05-03, text: A number was wrong.}]',
  ),
  'rain-3.md': article('The water falls', '2026-05-05', 'story: flood'),
  'rain-1.ar.md': '---\ntitle: بدأ المطر\n---\n\nهطل المطر.\n',
  'rain-2.ar.md': '---\ntitle: من بنى السد\n---\n\nهطل المطر.\n',
  'stories/harbour.md': '---\ntitle: The harbour\nstate: closed\n---\n\nBackground.\n',
  ...Object.fromEntries(
    Array.from({ length: many }, (_, n) => [
      `harbour-${n}.md`,
      article(
        `The harbour council meets for session ${n} of its inquiry`,
        dayOf(n),
        ...['story: harbour', `summary: Witness ${n} speaks of the quay and the boats.`],
      ),
    ]),
  ),
  'other.md': article('Elsewhere', '2026-05-05', 'story: Without a file'),
};

test('running stories', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);

  await t.test('without a file have a list', async () => {
    assert.match(await site.read('story/without-a-file/index.html'), /Elsewhere/u);
  });
  await t.test(`of ${many} articles have one page of moderate size`, async () => {
    const html = await site.read('story/harbour/index.html');
    assert.equal(html.match(/<li><time/gu)?.length, many);
    assert.ok(brotliCompressSync(html).length < 30_000, `${brotliCompressSync(html).length}`);
  });
  await t.test('read well without styles', async () => {
    const html = await site.read('story/flood/index.html');
    const text = html
      .replace(/^[\s\S]*<h2 id="ui-timeline">/u, '')
      .replace(/<footer[\s\S]*$/u, '')
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ');
    assert.equal(
      text.trim(),
      'Timeline 1 February 1953 The last flood of this height. 1 May 2026 The rain begins It rained. 2 May 2026 Analysis Who built the dam An old plan and a new wall. 2 May 2026, 06:30 UTC The dam overflows. 5 May 2026 The water falls It rained. 9 May 2026 The court is to hear the case.',
    );
    assert.match(html, /A number was wrong\.\s*<a class="corrected" href="\/2026\/05\/02\//u);
    assert.match(html, /<a href="\/story\/flood\/feed\.xml"/u);
    assert.doesNotMatch(html, /More on this/u);
  });

  const browser = await browserOrSkip(t);
  if (!browser) return;
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  for (const path of ['story/flood/', 'ar/story/flood/', 'story/harbour/'])
    await t.test(`/${path} is readable and fits any window`, async () => {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
      await page.goto(new URL(path, served.address).href);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        // This has 400 articles; the long run of `tests/forms` tries all looks.
        if (width === 360 || !path.includes('harbour'))
          assert.deepEqual(await axeFindings(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} > ${width}`);
        if (process.env['SHOTS'])
          await page.screenshot({
            path: `${process.env['SHOTS']}/${path.replaceAll('/', '-')}${width}.png`,
            fullPage: !path.includes('harbour'),
          });
      }
      await page.close();
    });
  await t.test('are found by the words of their background', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('search/?q=valley', served.address).href);
    const result = page.locator('.search-result a').first();
    assert.equal(await result.innerText(), 'The flood in the lower valley');
    assert.match(await page.locator('.search-result .date').first().innerText(), /^Ongoing$/u);
  });
});

test('the preview adds an article to the page of its story', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const { 'stories/flood.md': flood = '', 'rain-1.md': first = '' } = files;
  const dev = await startDev(t, { 'stories/flood.md': flood, 'rain-1.md': first });
  const page = await browser.newPage();
  await page.goto(new URL('story/flood/', dev.address).href);
  assert.match(await page.innerText('main'), /The rain begins/u);
  await dev.change({ 'rain-4.md': article('The sun returns', '2026-05-06', 'story: flood') });
  await page.waitForFunction(() => document.body.innerText.includes('The sun returns'));
});
