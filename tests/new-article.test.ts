import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSite, type Files } from './test-site.ts';

/** Enough for lists of many pages in two years; `npm run test:long` has more. */
const count = process.env['LONG_TESTS'] === '1' ? 1000 : 196;
const sections = ['World', 'City', 'Science'];
const topics = ['Roads', 'Rivers', 'Trade', 'Music'];
const authors = ['Jane Roe', 'Reuters'];

/** The day of an article: one a day from 1 August 2023. */
const dayOf = (index: number) =>
  new Date(Date.UTC(2023, 7, 1 + index)).toISOString().slice(0, 10);

function article(index: number, title = `Report ${index}`): string {
  return [
    '---',
    `title: ${title}`,
    `date: ${dayOf(index)}`,
    `section: ${sections[index % sections.length]}`,
    `topics: [${topics[index % topics.length]}]`,
    `authors: [${authors[index % authors.length]}]`,
    // Every third article, so that the previous part is the previous article of its section.
    ...(index % 3 === count % 3 ? ['story: The flood'] : []),
    '---',
    '',
    `What was said on day ${index}.`,
    '',
  ].join('\n');
}

const [year, month] = dayOf(count).split('-');

/** Files that may change besides the new article and the previous one. All others keep their bytes. */
const changing: readonly (readonly [what: string, path: RegExp])[] = [
  ['the front page', /^index\.html$/u],
  ['the newest page of all articles', /^page\/index\.html$/u],
  ['the newest page of its section', /^section\/city\/index\.html$/u],
  ['the newest page of its topic', /^topic\/roads\/index\.html$/u],
  ['the page of its running story', /^story\/the-flood\/index\.html$/u],
  ['the page of its author', /^author\/jane\/index\.html$/u],
  [
    'the archive, its year and its month',
    new RegExp(`^(?:archive/|${year}/(?:${month}/)?)index\\.html$`, 'u'),
  ],
  [
    'its day of every year',
    new RegExp(`^on-this-day/${dayOf(count).slice(5)}/index\\.html$`, 'u'),
  ],
  [
    'feeds',
    /^(?:section\/city\/|topic\/roads\/|author\/jane\/|story\/the-flood\/)?(?:feed\.xml|atom\.xml|feed\.json)$/u,
  ],
  ['sitemaps', /^(?:news-)?sitemap[^/]*\.xml$/u],
  ['lists of all groups, with counts', /^(?:section|topic|author|story)\/index\.html$/u],
  ['llms.txt', /^llms\.txt$/u],
  ['the search index', /^search\/files\/(?![^/]+\/fragment\/)/u],
];

test(`a new article in a site of ${count} changes only the pages and files that name it`, async (t) => {
  const files: Files = {
    'stories/the-flood.md': '---\ntitle: The flood\n---\n\nThe river rose.\n',
    'people/jane.md': '---\nname: Jane Roe\n---\n\nShe writes.\n',
    'publication.yaml':
      'name: Test\nsections: [World, City, Science]\nextras: [search, markdown, days]\n',
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
  const pathOf = (index: number) => `${dayOf(index).replaceAll('-', '/')}/report-${index}`;
  const own = new RegExp(`^${pathOf(count)}(?:/.*|\\.md)$`, 'u');
  // The previous article of its section.
  const previous = new RegExp(`^${pathOf(count - sections.length)}/index\\.html$`, 'u');
  const fragment = /^search\/files\/[^/]+\/fragment\//u;

  assert.ok(
    changed.some((path) => own.test(path)),
    'expected the page of the new article',
  );
  assert.ok(
    changed.some((path) => previous.test(path)),
    'expected a link in the previous article',
  );
  assert.equal(changed.filter((path) => fragment.test(path)).length, 1);
  const allowed = [own, previous, fragment, ...changing.map(([, path]) => path)];
  const others = changed.filter((path) => !allowed.some((pattern) => pattern.test(path)));
  assert.deepEqual(others, []);
  // At least eight lists, and the pages of both articles.
  const pages = changed.filter((path) => path.endsWith('.html'));
  assert.ok(pages.length >= 13 && pages.length <= 16, pages.join(' '));
  for (const path of [
    'index.html',
    'page/index.html',
    'section/city/index.html',
    'author/jane/index.html',
    'story/the-flood/index.html',
  ])
    assert.ok(changed.includes(path), `expected ${path} to change`);
});
