import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSite, type Files } from './test-site.ts';

const count = 1000;
const sections = ['World', 'City', 'Science'];
const topics = ['Roads', 'Rivers', 'Trade', 'Music'];

/** One article a day from 1 January 2023. */
function article(index: number, title = `Report ${index}`): string {
  const day = new Date(Date.UTC(2023, 0, 1 + index)).toISOString().slice(0, 10);
  return [
    '---',
    `title: ${title}`,
    `date: ${day}`,
    `section: ${sections[index % sections.length]}`,
    `topics: [${topics[index % topics.length]}]`,
    '---',
    '',
    `What was said on day ${index}.`,
    '',
  ].join('\n');
}

/**
 * What may change besides the new article and the previous one. Everything else must keep its
 * bytes.
 */
const changing: readonly (readonly [what: string, path: RegExp])[] = [
  ['the front page', /^index\.html$/u],
  ['the newest page of all articles', /^page\/index\.html$/u],
  ['the newest page of its section', /^section\/city\/index\.html$/u],
  ['the newest page of its topic', /^topic\/roads\/index\.html$/u],
  ['the archive of its month and year', /^2025\/(?:09\/)?index\.html$/u],
  ['feeds', /^(?:section\/city\/|topic\/roads\/)?(?:feed\.xml|atom\.xml|feed\.json)$/u],
  ['sitemaps', /^(?:news-)?sitemap[^/]*\.xml$/u],
  ['lists of sections and topics, with counts', /^(?:section|topic)\/index\.html$/u],
  ['llms.txt', /^llms\.txt$/u],
  ['the search index', /^search\/files\/(?![^/]+\/fragment\/)/u],
];

test(`a new article in a site of ${count} changes what names it, and nothing else`, async (t) => {
  const files: Files = {
    'publication.yaml':
      'name: Test\nsections: [World, City, Science]\nextras: [search, markdown]\n',
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`report-${index}.md`, article(index)]),
    ),
  };
  const site = await buildSite(t, files);
  assert.equal(site.code, 0, site.stderr);
  const before = await site.hashes();
  const built = await site.rebuild({ [`report-${count}.md`]: article(count, 'The new one') });
  assert.equal(built.code, 0, built.stderr);
  const after = await built.hashes();

  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = paths.filter((path) => before[path] !== after[path]).sort();
  const own = /^2025\/09\/27\/report-1000(?:\/.*|\.md)$/u;
  // The previous article of its section.
  const neighbour = /^2025\/09\/24\/report-997\/index\.html$/u;
  const fragment = /^search\/files\/[^/]+\/fragment\//u;

  assert.ok(
    changed.some((path) => own.test(path)),
    'the article is there',
  );
  assert.ok(
    changed.some((path) => neighbour.test(path)),
    'the one before leads to it',
  );
  assert.equal(changed.filter((path) => fragment.test(path)).length, 1);
  const allowed = [own, neighbour, fragment, ...changing.map(([, path]) => path)];
  const others = changed.filter((path) => !allowed.some((pattern) => pattern.test(path)));
  assert.deepEqual(others, []);
  // At least six lists and the article's page; the rest is feeds and the index.
  const pages = changed.filter((path) => path.endsWith('.html'));
  assert.ok(pages.length >= 8 && pages.length <= 10, pages.join(' '));
  for (const path of ['index.html', 'page/index.html', 'section/city/index.html'])
    assert.ok(changed.includes(path), `${path} shows it`);
});
