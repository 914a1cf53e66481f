import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkGraph } from '../../../tests/schema-org/check-graph.ts';
import { loadVocabulary } from '../../../tests/schema-org/load-vocabulary.ts';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { parseWrittenDate } from '../../language/news-date.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createRunningStoryPage } from './running-story-page.ts';
import type { TimelineEntry } from './story-timeline.ts';

function written(day: string) {
  const date = parseWrittenDate(day);
  assert.ok(date);
  return date;
}

type Fields = Parameters<typeof testContentFile>[1];

const summit = (fields: Fields = {}) =>
  testContentFile('stories/summit.md', { title: 'The summit', date: '', ...fields });
const part = (path: string, date: string, fields: Fields = {}) =>
  testContentFile(path, { title: path, date, story: 'summit', ...fields });

function page(files: readonly ContentFile[], settings = 'name: Daily') {
  const { publication } = createPublication(files, testSettings(settings), {
    ...{ now: Date.parse('2026-06-01'), drafts: false, files: new Set() },
  });
  const { context, collector } = testView({ publication, siteUrl: 'https://daily.example' });
  const story = publication.byPath.get('stories/summit.md');
  assert.ok(story?.kind === 'running-story');
  return printed(createRunningStoryPage(context, { ...collector.storyOf(story), story }));
}

/** Headlines of articles, and `* text` of key dates. */
const lines = (files: readonly ContentFile[]) =>
  (page(files).timeline?.parts ?? []).flatMap(({ entries }) => entries.map(lineOf));
const lineOf = (entry: TimelineEntry) =>
  'event' in entry ? `* ${entry.event}` : entry.article.headline;
const event = (day: string, text: string) => ({ date: written(day), text });

const merges: readonly [name: string, files: readonly ContentFile[], lines: string[]][] = [
  ['no entries', [summit()], []],
  ['one article', [summit(), part('a.md', '2026-01-02')], ['a.md']],
  ['key dates only', [summit({ keyDates: [event('2026-01-01', 'Talks')] })], ['* Talks']],
  [
    'equal dates: key dates as written, then articles by slug',
    [
      summit({ keyDates: [event('2026-01-02', 'Vote'), event('2026-01-02', 'Count')] }),
      part('b.md', '2026-01-02'),
      part('a.md', '2026-01-02'),
    ],
    ['* Vote', '* Count', 'a.md', 'b.md'],
  ],
  [
    'dates with and without a time',
    [
      summit({
        keyDates: [event('2026-01-02T10:00Z', 'Late vote'), event('2026-01-02', 'Day')],
      }),
      part('noon.md', '2026-01-02T12:00Z'),
      part('nine.md', '2026-01-02T09:00Z'),
    ],
    ['* Day', 'nine.md', '* Late vote', 'noon.md'],
  ],
  [
    'key dates before the first article and after the last',
    [
      summit({ keyDates: [event('2026-12-24', 'Deadline'), event('1992-08-24', 'Treaty')] }),
      part('a.md', '2026-01-02'),
    ],
    ['* Treaty', 'a.md', '* Deadline'],
  ],
];
for (const [name, files, expected] of merges)
  test(`a timeline of ${name}`, () => {
    assert.deepEqual(lines(files), expected);
  });

test('a long timeline is divided by year and has the standfirsts of its newest articles', () => {
  const parts = Array.from({ length: 40 }, (_, n) =>
    part(`p${n}.md`, `${n < 20 ? 2024 : 2026}-01-${String((n % 20) + 1).padStart(2, '0')}`, {
      summary: `Summary ${n}.`,
    }),
  );
  const { timeline } = page([summit(), ...parts]);
  assert.deepEqual(timeline?.years, [
    { text: '2024', href: '#ui-year-2024' },
    { text: '2026', href: '#ui-year-2026' },
  ]);
  assert.deepEqual(
    timeline?.parts.map(({ year, entries }) => [
      year?.id,
      entries.filter((entry) => 'article' in entry && entry.article.summary).length,
    ]),
    [
      ['ui-year-2024', 10],
      ['ui-year-2026', 20],
    ],
  );
});

test('a page says whether its story goes on, and links to the newest of several articles', () => {
  const [a, b] = [part('a.md', '2026-01-02'), part('b.md', '2026-01-03')];
  const open = page([summit({ keyPoints: ['One'] }), a, b]);
  assert.equal(open.kicker?.text, 'This story continues');
  assert.equal(open.keyPoints?.title, 'What we know');
  assert.deepEqual([open.latest?.text, open.latest?.href], ['b.md', '/2026/01/03/b/']);
  const closed = page([summit({ state: 'closed' }), a]);
  assert.equal(closed.kicker?.text, 'This story is closed');
  assert.equal(closed.latest, undefined);
  assert.equal(closed.related, undefined);
});

test('corrections of the articles follow its own, with links', () => {
  const correction = (text: string) => ({
    corrections: [{ date: written('2026-01-05'), text, kind: 'correction' as const }],
  });
  const { corrections } = page([
    summit(correction('Own.')),
    part('a.md', '2026-01-02', correction('Of a.')),
    part('b.md', '2026-01-03', correction('Of b.')),
  ]);
  assert.deepEqual(
    corrections?.items.map(({ text, article }) => [text, article?.href]),
    [
      ['Own.', undefined],
      ['Of b.', '/2026/01/03/b/'],
      ['Of a.', '/2026/01/02/a/'],
    ],
  );
});

test('its feed is linked only if there is one', () => {
  const feedOf = (settings?: string) => {
    const { feed, shell } = page([summit()], settings);
    return [feed?.href, shell.forms.some(({ href }) => href === '/story/summit/feed.xml')];
  };
  assert.deepEqual(feedOf('name: Daily\nfeeds: [stories]'), ['/story/summit/feed.xml', true]);
  assert.deepEqual(feedOf('name: Daily\nfeeds: [sections]'), [undefined, false]);
  assert.equal(
    page([summit({ state: 'closed' })], 'name: Daily\nfeeds: [stories]').feed,
    undefined,
  );
});

test('structured data is a collection of its articles, valid in the vocabulary of schema.org', async () => {
  const parts = Array.from({ length: 60 }, (_, n) =>
    part(`p${n + 10}.md`, '2026-01-02', { title: `Part ${n + 1}` }),
  );
  const graph = JSON.parse(page([summit(), ...parts]).shell.head?.data ?? '');
  assert.deepEqual(checkGraph(graph, await loadVocabulary()), []);
  const [collection] = graph['@graph'];
  assert.equal(collection['@type'], 'CollectionPage');
  const { numberOfItems, itemListElement } = collection.mainEntity;
  assert.equal(numberOfItems, 60);
  assert.equal(itemListElement.length, 50);
  assert.deepEqual(itemListElement.at(-1), {
    '@type': 'ListItem',
    position: 60,
    name: 'Part 60',
    url: 'https://daily.example/2026/01/02/p69/',
  });
});
