import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutSitemap, sitemapBounds } from './cut-sitemap.ts';
import { formatSitemap } from './format-sitemap.ts';

const pages = (count: number, path = 'a') =>
  Array.from({ length: count }, (_, index) => ({
    xml: `<url><loc>https://news.example/${path}/${index}/</loc></url>`,
  }));

test('files hold 50,000 pages, oldest first, and stay as they are when more come', () => {
  const before = cutSitemap(pages(120_000));
  const after = cutSitemap(pages(120_001));
  assert.deepEqual(
    before.map(({ length }) => length),
    [50_000, 50_000, 20_000],
  );
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
  assert.deepEqual(cutSitemap([]), []);
});

test('files hold 50 MB, in bytes of UTF-8', () => {
  const files = cutSitemap(pages(30_000, '서'.repeat(700)));
  assert.ok(files.length > 1);
  for (const file of files) {
    const text = formatSitemap(file.map(({ xml }) => xml));
    assert.ok(Buffer.byteLength(text) <= sitemapBounds.bytes);
  }
  assert.equal(files.flat().length, 30_000);
});
