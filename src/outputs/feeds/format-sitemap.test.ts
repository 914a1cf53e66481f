import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatSitemap, sitemapLimits, splitSitemap } from './format-sitemap.ts';

const pages = (count: number, path = 'a') =>
  Array.from({ length: count }, (_, index) => ({
    xml: `<url><loc>https://news.example/${path}/${index}/</loc></url>`,
  }));

test('a sitemap has at most 50,000 pages, and a full one does not change', () => {
  const before = splitSitemap(pages(120_000));
  const after = splitSitemap(pages(120_001));
  assert.deepEqual(
    before.map(({ length }) => length),
    [50_000, 50_000, 20_000],
  );
  assert.deepEqual(after.slice(0, 2), before.slice(0, 2));
  assert.deepEqual(splitSitemap([]), []);
});

test('a sitemap has at most 50 MB of UTF-8', () => {
  const files = splitSitemap(pages(30_000, '서'.repeat(700)));
  assert.ok(files.length > 1);
  for (const file of files) {
    const text = formatSitemap(file.map(({ xml }) => xml));
    assert.ok(Buffer.byteLength(text) <= sitemapLimits.bytes);
  }
  assert.equal(files.flat().length, 30_000);
});
