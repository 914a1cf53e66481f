import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { serveFolder } from '../src/hosting/server/serve-folder.ts';
import { axeFindings } from './axe-findings.ts';
import { browserOrSkip } from './browser.ts';
import { startDev } from './dev-site.ts';
import { buildSite, type Files } from './test-site.ts';

const portrait = await sharp({
  create: { width: 400, height: 500, channels: 3, background: '#357' },
})
  .png()
  .toBuffer();

const article = (title: string, day: string, ...fields: string[]) =>
  `${['---', `title: ${title}`, `date: ${day}`, ...fields, '---'].join('\n')}\n\nIt rained.\n`;

const files: Files = {
  'publication.yaml':
    'name: Test\npageSize: 2\nlanguages: [en, ar]\nurl: https://news.example\n',
  'people/jane.png': portrait,
  'people/jane.md': `---
name: Jane Roe
role: Reporter
summary: She reports on rain.
image: {file: ./jane.png, alt: Jane Roe, credit: Kim / CC BY 4.0}
contact: jane@news.example
sameAs: [https://example.org/jane]
---

She grew up by [the river](../rain-1.md).
`,
  'people/jane.ar.md': '---\nname: جين رو\nrole: مراسلة\n---\n\nنشأت قرب النهر.\n',
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((n) => [
      `rain-${n}.md`,
      article(`Rain ${n}`, `2026-05-0${n}`, 'authors: [Jane Roe, Reuters]'),
    ]),
  ),
  'rain-1.ar.md': '---\ntitle: مطر\n---\n\nهطل المطر.\n',
  // An article in a folder that was there before.
  'people/prize.md': article('A prize for Jane', '2026-05-06'),
};

test('people', async (t) => {
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  assert.equal(site.stderr, '');
  const list = await site.list();

  await t.test('have pages, older pages, feeds, and a place in sitemaps', async () => {
    for (const file of [
      ...['author/index.html', 'author/jane/index.html', 'author/jane/1/index.html'],
      ...['author/jane.md', 'author/jane/feed.xml', 'author/reuters/index.html'],
      ...['ar/author/jane/index.html', 'ar/author/index.html', '2026/05/06/prize/index.html'],
    ])
      assert.ok(list.includes(file), file);
    const sitemap = await site.read('sitemap-pages.xml');
    assert.equal(
      sitemap.match(/<loc>https:\/\/news\.example\/author\/jane\/<\/loc>/gu)?.length,
      1,
    );
    assert.match(sitemap, /<loc>https:\/\/news\.example\/author\/reuters\/<\/loc>/u);
    assert.match(await site.read('author/jane.md'), /^name: Jane Roe$/mu);
  });

  await t.test('are linked from bylines, and named in feeds with their addresses', async () => {
    assert.match(
      await site.read('2026/05/01/rain-1/index.html'),
      /<p class="byline">By <a href="\/author\/jane\/" rel="author">Jane Roe<\/a> and <a href="\/author\/reuters\/" rel="author">Reuters<\/a><\/p>/u,
    );
    assert.match(
      await site.read('ar/2026/05/01/rain-1/index.html'),
      /<a href="\/ar\/author\/jane\/" rel="author" dir="auto">جين رو<\/a>/u,
    );
    assert.match(
      await site.read('atom.xml'),
      /<uri>https:\/\/news\.example\/author\/jane\/<\/uri>/u,
    );
  });

  const browser = await browserOrSkip(t);
  if (!browser) return;
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  for (const path of ['author/jane/', 'ar/author/jane/', 'author/reuters/', 'ar/author/'])
    await t.test(`/${path} is readable and fits any window`, async () => {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
      await page.goto(new URL(path, served.address).href);
      assert.deepEqual(await axeFindings(page), []);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 640 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} > ${width}`);
      }
      if (!path.endsWith('jane/')) return;
      // The portrait is beside the name, on the side where lines end, and in a wide window begin.
      const [name, picture] = await Promise.all(
        ['h1', '.portrait'].map((part) => page.locator(part).boundingBox()),
      );
      assert.ok(name && picture);
      const isLeft = picture.x < name.x;
      assert.equal(isLeft, !path.startsWith('ar/'));
      assert.ok(Math.abs(picture.y - name.y) < 40);
    });
});

test('the preview shows an edited person', async (t) => {
  const browser = await browserOrSkip(t);
  if (!browser) return;
  const dev = await startDev(t, files);
  const page = await browser.newPage();
  await page.goto(new URL('author/jane/', dev.address).href);
  assert.match(await page.innerText('main'), /She grew up by the river\.[\s\S]*Rain 5/u);
  await dev.change({ 'people/jane.md': '---\nname: Jane Roe\n---\n\nShe moved away.\n' });
  await page.waitForFunction(() => document.body.innerText.includes('She moved away.'));
});
