import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import type { Genre } from '../../content/article/genre.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createPage } from './create-page.ts';
import type { ListPage } from './list-page.ts';
import { planListPages } from './plan-lists.ts';

const files = [
  testContentFile('a.md', {
    title: 'A',
    date: '2026-02-03',
    section: 'City',
    topics: ['Roads'],
  }),
  testContentFile('b.md', { title: 'B', date: '2026-02-03', section: 'City' }),
  testContentFile('c.md', { title: 'C', date: '2026-01-09', section: 'City' }),
  testContentFile('d.md', { title: 'D', date: '2025-12-31', section: 'World' }),
  testContentFile('e.md', { title: 'E', date: '2024-05-01', section: 'City' }),
  testContentFile('f.md', { title: 'F', date: '2024-05-01' }),
];

/** All list pages of an edition, by address. */
function listPages(
  yaml = 'languages: [en]\npageSize: 2\nfeeds: [sections]',
  articles = files,
): Map<string, ListPage> {
  const options = { now: Date.parse('2026-03-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication(articles, testSettings(yaml), options);
  const { context, collector } = testView({ publication, siteUrl: 'https://news.example' });
  const [edition] = publication.editions;
  assert.ok(edition);
  const plans = [...planListPages(context, edition, collector)];
  return new Map(
    plans.map((plan) => [plan.address, printed(createPage(context, plan) as ListPage)]),
  );
}

function listPage(address: string): ListPage {
  const page = listPages().get(address);
  assert.ok(page, address);
  return page;
}

test('plans the lists of all articles, sections, topics, months and years', () => {
  assert.deepEqual(
    [...listPages().keys()],
    [
      ...['/page/', '/page/2/', '/page/1/'],
      ...['/section/city/', '/section/city/1/', '/section/world/'],
      ...['/topic/roads/', '/2026/02/', '/2026/01/', '/2025/12/', '/2024/05/'],
      ...['/2026/', '/2025/', '/2024/'],
    ],
  );
});

test('the newest page of a list has no number, older pages have', () => {
  assert.equal(listPage('/page/').heading, 'All articles');
  assert.equal(listPage('/page/1/').heading, 'All articles – Page 1');
});

test('the newest page of a list has its number of articles', () => {
  assert.equal(listPage('/page/').total, '6 articles');
  assert.equal(listPage('/page/1/').total, undefined);
});

const ids: readonly [address: string, ids: readonly (string | undefined)[]][] = [
  ['/page/', ['ui-year-2026', undefined]],
  ['/page/2/', ['ui-year-2026', 'ui-year-2025']],
  ['/page/1/', ['ui-year-2024', undefined]],
  ['/2026/02/', ['ui-day-03', undefined]],
];
for (const [address, expected] of ids) {
  test(`the first entry of each year or day of ${address} has an id`, () => {
    assert.deepEqual(
      listPage(address).entries.map(({ id }) => id),
      expected,
    );
  });
}

const links: readonly [address: string, links: readonly string[] | undefined][] = [
  ['/page/', ['/section/', '/topic/', '/archive/', '/2026/', '/2025/', '/2024/']],
  ['/page/2/', ['/page/2/#ui-year-2025', '/page/1/#ui-year-2024']],
  ['/page/1/', undefined],
  ['/section/city/', ['/section/city/#ui-year-2026', '/section/city/1/#ui-year-2024']],
  ['/section/city/1/', ['/section/city/1/#ui-year-2024']],
  ['/section/world/', undefined],
  ['/2026/02/', ['/2026/', '/2026/01/']],
  ['/2026/01/', ['/2026/', '/2026/02/', '/2025/12/']],
];
for (const [address, expected] of links) {
  test(`${address} links to ${expected?.join(', ') ?? 'no other lists'}`, () => {
    assert.deepEqual(
      listPage(address).links?.items.map(({ href }) => href),
      expected,
    );
  });
}

test('only the lists of months have a calendar, with a link on each day that has articles', () => {
  assert.equal(listPage('/page/').calendar, undefined);
  const days = listPage('/2026/02/').calendar?.weeks.flat() ?? [];
  assert.deepEqual(
    days.flatMap((day) => (day?.link ? [[day.number, day.link.href]] : [])),
    [['3', '/2026/02/#ui-day-03']],
  );
});

test('entries of a section do not repeat its name', () => {
  assert.equal(listPage('/section/city/').entries[0]?.kicker, undefined);
  assert.equal(listPage('/page/').entries[0]?.kicker?.section?.text, 'City');
});

test('a list with feeds of its own names them before those of the edition', () => {
  const feeds = (address: string) => listPage(address).shell.forms.map(({ href }) => href);
  assert.deepEqual(feeds('/topic/roads/'), ['/feed.xml', '/atom.xml', '/feed.json']);
  assert.deepEqual(feeds('/section/city/').slice(0, 4), [
    '/section/city/feed.xml',
    '/section/city/atom.xml',
    '/section/city/feed.json',
    '/feed.xml',
  ]);
});

test('the page of a year has its months and links to the years around it', () => {
  const { months, pager, heading } = listPage('/2025/');
  assert.equal(heading, 'Archive: 2025');
  assert.deepEqual(
    months?.map(({ link, entries }) => [link.href, entries.map(({ headline }) => headline)]),
    [['/2025/12/', ['D']]],
  );
  assert.deepEqual(
    pager?.links.map(({ href, rel }) => [href, rel]),
    [
      ['/archive/', undefined],
      ['/2026/', 'prev'],
      ['/2024/', 'next'],
    ],
  );
});

test('a list without articles says so', () => {
  const [[, all] = []] = listPages('languages: [en]', []);
  assert.ok(all?.empty?.explanation);
  assert.deepEqual(all.entries, []);
});

/** Articles of one section, newest first, each with a kind of work. */
const ofKinds = (kinds: readonly Genre[]) =>
  kinds.map((kind, index) =>
    testContentFile(`a${index + 1}.md`, {
      title: `A${index + 1}`,
      date: `20${26 - index}-01-09`,
      section: 'City',
      kind,
    }),
  );

/** The headlines of a page: rows of columns, then the list. */
const headlinesOf = ({ blocks = [], entries }: ListPage) => [
  ...blocks.map(({ columns }) =>
    columns
      .map(({ stories }) => stories.map(({ entry }) => entry.headline).join(' '))
      .join(' | '),
  ),
  ...entries.map(({ headline }) => headline),
];

const composed: readonly [what: string, kinds: readonly Genre[], rows: readonly string[]][] = [
  ['one article', ['news'], ['A1']],
  ['a few', Array(4).fill('news'), ['A1', 'A2 | A3 | A4']],
  ['more', Array(7).fill('news'), ['A1', 'A2 | A3 | A4 | A5', 'A6', 'A7']],
  ['an opinion among news', ['opinion', 'news', 'news'], ['A2', 'A1 | A3']],
  ['opinions only', Array(6).fill('opinion'), ['A1', 'A2 | A3 | A4 | A5', 'A6']],
  ['advertising among opinions', ['sponsored', 'opinion'], ['A2', 'A1']],
];
for (const [what, kinds, rows] of composed)
  test(`the newest page of a section begins like a front page: ${what}`, () => {
    const pages = listPages('languages: [en]', ofKinds(kinds));
    const page = pages.get('/section/city/');
    assert.ok(page);
    assert.deepEqual(headlinesOf(page), rows);
    assert.equal(pages.get('/page/')?.blocks, undefined);
  });

test('the first article of each year has an id wherever it is on the page', () => {
  const page = listPages('languages: [en]', ofKinds(Array(7).fill('news'))).get(
    '/section/city/',
  );
  const placed = page?.blocks?.flatMap(({ columns }) =>
    columns.flatMap(({ stories }) => stories.map(({ entry }) => entry)),
  );
  const ids = [...(placed ?? []), ...(page?.entries ?? [])].map(({ id }) => id);
  assert.deepEqual(
    ids,
    [26, 25, 24, 23, 22, 21, 20].map((year) => `ui-year-20${year}`),
  );
});

test('older pages of a section are plain lists', () => {
  const page = listPage('/section/city/1/');
  assert.equal(page.blocks, undefined);
  assert.equal(page.entries.length, 2);
});

test('plans the pages of 200,000 articles in seconds, and holds the inputs of one at a time', () => {
  const [file] = files;
  assert.ok(file);
  const options = { now: Date.parse('2026-03-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication([file], testSettings('languages: [en]'), options);
  const [edition] = publication.editions;
  const [article] = edition?.articles ?? [];
  assert.ok(edition && article);
  // A century.
  const articles = Array.from({ length: 200_000 }, (_, index) => ({
    ...article,
    date: { ...article.date, day: `${2026 - Math.floor(index / 2000)}-01-09` },
  }));
  const { context, collector } = testView({ publication });
  const started = performance.now();
  let pages = 0;
  let links = 0;
  const plans = planListPages(
    context,
    { ...edition, articles, sections: [], topics: [] },
    {
      ...collector,
      briefOf: (own) => ({ ...collector.briefOf(article), address: own.address }),
    },
  );
  for (const plan of plans) {
    pages += 1;
    if (plan.page === 'list') links += plan.inputs.links?.items.length ?? 0;
  }
  // Of all articles, of a hundred months, and of a hundred years.
  assert.equal(pages, 8333 + 100 * 83 + 100);
  assert.ok(links > 8333 * 40);
  // Going through all older pages for each page took minutes.
  assert.ok(performance.now() - started < 15_000);
});

test('the years of a long list are folded, and only the archive has those of all articles', () => {
  const pages = listPages(
    'languages: [en]\npageSize: 2',
    Array.from({ length: 30 }, (_, index) =>
      testContentFile(`a${index}.md`, { date: `${2026 - index}-01-09`, section: 'City' }),
    ),
  );
  const linksAt = (address: string) => pages.get(address)?.links;
  assert.deepEqual(
    linksAt('/page/')?.items.map(({ href }) => href),
    ['/section/', '/archive/'],
  );
  assert.equal(linksAt('/section/city/')?.isFolded, true);
  assert.equal(linksAt('/section/city/')?.items.length, 30);
  assert.equal(linksAt('/section/city/3/')?.isFolded, undefined);
});
