import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestContextOptions, testContext } from '../../../tests/support/feed-context.ts';
import { testContentFile } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createSitemaps } from './create-sitemaps.ts';

function sitemaps(content: readonly ContentFile[], options?: TestContextOptions) {
  const files = createSitemaps(testContext(content, options));
  return new Map(files.map(({ address, text }) => [address, text]));
}

/** The paths of all `<loc>`, in order. */
function locations(xml = ''): string[] {
  return [...xml.matchAll(/<loc>https:\/\/news\.example([^<]*)<\/loc>/gu)].map(
    ([, path = '']) => path,
  );
}

const articles = [
  testContentFile('old.md', { date: '2024-02-03' }),
  testContentFile('a.md'),
  testContentFile('b.md', { date: '2026-01-07T08:00+09:00' }),
  testContentFile('b.ko.md', { date: '2026-01-07T08:00+09:00' }),
  testContentFile('pages/about.md'),
];

test('each edition has a sitemap of pages and one for each year', () => {
  const files = sitemaps(articles);
  assert.deepEqual(locations(files.get('/sitemap-index.xml')), [
    '/sitemap-pages.xml',
    '/sitemap-2024.xml',
    '/sitemap-2026.xml',
    '/ko/sitemap-pages.xml',
    '/ko/sitemap-2026.xml',
  ]);
  assert.deepEqual(locations(files.get('/sitemap-2026.xml')), [
    '/2026/01/06/a/',
    '/2026/01/07/b/',
  ]);
  assert.deepEqual(locations(files.get('/sitemap-pages.xml')), ['/', '/about/']);
});

test('a new article changes the sitemap of its year, the one of pages, and the index', () => {
  const before = sitemaps(articles);
  const after = sitemaps([...articles, testContentFile('c.md', { date: '2026-02-01' })]);
  const changed = [...after].filter(([address, text]) => text !== before.get(address));
  assert.deepEqual(
    changed.map(([address]) => address),
    ['/sitemap-index.xml', '/sitemap-pages.xml', '/sitemap-2026.xml'],
  );
});

test('the last change of a page is its update', () => {
  const xml = sitemaps([
    testContentFile('a.md'),
    testContentFile('b.md', { date: '2026-01-05T08:00+09:00' }),
    testContentFile('c.md', { date: '2026-01-04', updated: { day: '2026-01-08' } }),
  ]).get('/sitemap-2026.xml');
  assert.deepEqual(
    [...(xml ?? '').matchAll(/<lastmod>(.*?)<\/lastmod>/gu)].map(([, date]) => date),
    ['2026-01-08', '2026-01-05T08:00:00+09:00', '2026-01-06'],
  );
});

test('articles with another canonical URL are in no sitemap', () => {
  const source = { url: 'https://elsewhere.example/a' };
  const shown = (yaml?: string) =>
    locations(
      sitemaps(
        [
          testContentFile('a.md', { source }),
          testContentFile('b.md', { source, canonical: 'self' }),
          testContentFile('c.md', { canonical: 'https://elsewhere.example/c' }),
          testContentFile('d.md', { canonical: 'https://news.example/2026/01/06/d/' }),
          testContentFile('e.md', { source: { name: 'Elsewhere' } }),
        ],
        yaml === undefined ? {} : { yaml },
      ).get('/sitemap-2026.xml'),
    ).map((address) => address.at(-2));
  assert.deepEqual(shown(), ['e', 'd', 'b']);
  assert.deepEqual(shown('languages: [en]\ncanonical: self'), ['e', 'd', 'b', 'a']);
});

test('the news sitemap has articles of two days, without republished ones', () => {
  const xml = sitemaps(
    [
      testContentFile('today.md', { date: '2026-01-10', title: 'A & B' }),
      testContentFile('today.ko.md', { date: '2026-01-10' }),
      testContentFile('just.md', { date: '2026-01-08T12:00Z' }),
      testContentFile('late.md', { date: '2026-01-08T11:59Z' }),
      testContentFile('copy.md', { date: '2026-01-10', source: { url: 'https://x.example/' } }),
    ],
    { now: '2026-01-10T12:00:00Z' },
  ).get('/news-sitemap.xml');
  assert.deepEqual(locations(xml), [
    '/2026/01/10/today/',
    '/ko/2026/01/10/today/',
    '/2026/01/08/just/',
  ]);
  assert.match(xml ?? '', /<news:title>A &#x26; B<\/news:title>|A &amp; B/u);
});

test('the news sitemap has at most a thousand articles', () => {
  const many = Array.from({ length: 1100 }, (_, index) =>
    testContentFile(`n${index}.md`, { date: '2026-01-10' }),
  );
  const xml = sitemaps(many, { now: '2026-01-10T12:00:00Z' }).get('/news-sitemap.xml');
  assert.equal(locations(xml).length, 1000);
});

test('there are no sitemaps without a site URL', () => {
  const { siteUrl: _, ...context } = testContext(articles);
  assert.deepEqual(createSitemaps(context), []);
});
