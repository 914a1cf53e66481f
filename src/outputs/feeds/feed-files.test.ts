import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import RssParser from 'rss-parser';
import {
  type TestContextOptions,
  testArticle,
  testContext,
  testFrame,
} from '../../../tests/support/feed-context.ts';
import { testContentFile } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createFeed } from './create-feed.ts';
import { formatFeedList } from './create-notices.ts';
import { feedText, planFeeds } from './feed-files.ts';

/** The texts of all feeds by address. The text of every article is `html`. */
async function feeds(
  files: readonly ContentFile[],
  { html = '<p>Text.</p>', ...options }: TestContextOptions & { html?: string } = {},
): Promise<Map<string, string>> {
  const context = testContext(files, options);
  const texts = planFeeds(context.publication).map(
    async ({ address, subject, format, articles }) => {
      const made = createFeed(testFrame(context), subject, articles.map(testArticle(context)));
      // Each key means one text.
      const entries = made.entries.map((entry) => {
        const { text } = entry;
        return { ...entry, text: { ...text, body: { ...text.body, key: html } } };
      });
      const feed = { ...made, entries };
      return [address, await feedText(feed, format, async () => [html])] as const;
    },
  );
  const list = ['/feeds.opml', formatFeedList(context)] as const;
  return new Map([...(await Promise.all(texts)), list]);
}

async function readAll(texts: Map<string, string>, list = '/') {
  const text = (name: string) => texts.get(`${list}${name}`) ?? '';
  return {
    rss: parseRssFeed(text('feed.xml')),
    atom: parseAtomFeed(text('atom.xml')),
    json: parseJsonFeed(text('feed.json')),
    other: await new RssParser<object, { creator: string }>().parseString(text('feed.xml')),
    otherAtom: await new RssParser().parseString(text('atom.xml')),
  };
}

const bridge = testContentFile('bridge.md', {
  title: 'A bridge',
  date: '2026-01-06T18:30+09:00',
  updated: { day: '2026-01-09' },
  summary: 'It is 5 < 6 & long.',
  dateline: 'SEOUL',
  section: 'City',
  topics: ['Roads'],
  authors: [{ name: 'Jane Roe', url: 'https://jane.example/' }, { name: '홍길동' }],
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  source: { name: 'The Elsewhere', url: 'https://elsewhere.example/b' },
  image: {
    file: 'b.jpg',
    alt: 'A bridge "at dawn"',
    caption: 'Dawn.',
    credit: { creator: 'Ann', source: 'Commons', licence: 'CC BY 4.0' },
  },
});

test('feed parsers read the article, its authors, dates, picture and credit', async () => {
  const { rss, atom, json, other, otherAtom } = await readAll(
    await feeds([bridge, testContentFile('old.md', { date: '2025-01-01' })]),
  );
  const url = 'https://news.example/2026/01/06/bridge/';
  const [item, entry, post] = [rss.items?.[0], atom.entries?.[0], json.items?.[0]];

  for (const title of [item?.title, entry?.title?.value, post?.title, other.items[0]?.title])
    assert.equal(title, 'A bridge');
  for (const link of [item?.link, entry?.links?.[0]?.href, post?.url, otherAtom.items[0]?.link])
    assert.equal(link, url);
  const id = item?.guid?.value;
  assert.match(id ?? '', /^urn:uuid:[0-9a-f-]{36}$/u);
  for (const same of [entry?.id, post?.id, other.items[0]?.guid]) assert.equal(same, id);

  assert.equal(Date.parse(String(item?.pubDate)), Date.parse('2026-01-06T09:30:00Z'));
  assert.equal(Date.parse(String(entry?.published)), Date.parse('2026-01-06T09:30:00Z'));
  assert.equal(Date.parse(String(entry?.updated)), Date.parse('2026-01-09T12:00:00Z'));
  assert.equal(Date.parse(String(item?.atom?.updated)), Date.parse('2026-01-09T12:00:00Z'));
  assert.equal(Date.parse(String(post?.date_modified)), Date.parse('2026-01-09T12:00:00Z'));
  assert.equal(other.items[0]?.isoDate, '2026-01-06T09:30:00.000Z');

  assert.deepEqual(item?.dc?.creators, ['Jane Roe', '홍길동']);
  assert.deepEqual(
    entry?.authors?.map(({ name, uri }) => [name, uri]),
    [
      ['Jane Roe', 'https://jane.example/'],
      ['홍길동', undefined],
    ],
  );
  assert.deepEqual(post?.authors?.[0], { name: 'Jane Roe', url: 'https://jane.example/' });
  assert.deepEqual(other.items[0]?.categories, ['City', 'Roads']);
  assert.deepEqual(post?.tags, ['City', 'Roads']);
  // RSS readers take it as HTML, JSON readers as plain text.
  assert.equal(item?.description, 'It is 5 &#x3C; 6 &#x26; long.');
  assert.equal(post?.summary, 'It is 5 < 6 & long.');

  const picture = item?.media?.contents?.[0];
  assert.equal(picture?.url, 'https://news.example/assets/b.jpg');
  assert.equal(picture?.type, 'image/jpeg');
  assert.equal(picture?.credits?.[0]?.value, 'Ann via Commons');
  assert.equal(post?.image, 'https://news.example/assets/b.jpg');
  for (const text of [
    item?.content?.encoded,
    entry?.content?.value,
    post?.content_html,
    otherAtom.items[0]?.content,
  ]) {
    assert.match(text ?? '', /<img src="https:\/\/news\.example\/assets\/b\.jpg"/u);
    assert.match(
      text ?? '',
      /Dawn\. Featured image credits: Ann via Commons \/ <a href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/">CC BY 4\.0</u,
    );
    assert.match(text ?? '', /<p>SEOUL<\/p>\s*<p>Text\.<\/p>/u);
    assert.match(text ?? '', /Originally published by The Elsewhere/u);
  }
  assert.equal(item?.creativeCommons?.licenses?.[0], bridge.fields.licence?.url);
  assert.equal(entry?.rights?.value, 'CC BY 4.0');
});

test('a feed has the newest thirty articles, and the date of the last change in them', async () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    testContentFile(`n${index}.md`, {
      date: `2026-02-${String((index % 28) + 1).padStart(2, '0')}`,
      ...(index === 27 ? { updated: { day: '2026-03-05' } } : {}),
    }),
  );
  const { rss, atom, json } = await readAll(await feeds(many));
  assert.equal(rss.items?.length, 30);
  assert.equal(json.items?.length, 30);
  const dates = (atom.entries ?? []).map(({ published }) => Date.parse(String(published)));
  assert.deepEqual(
    dates,
    dates.toSorted((a, b) => b - a),
  );
  assert.equal(Date.parse(String(atom.updated)), Date.parse('2026-03-05T12:00:00Z'));
});

test('the id of an entry survives a move of the site, an edit, and with `id` a new address', async () => {
  const idOf = async (file: ContentFile, options: TestContextOptions = {}) =>
    (await readAll(await feeds([file], options))).json.items?.[0]?.id;
  const id = await idOf(testContentFile('bridge.md'));
  assert.equal(
    await idOf(
      testContentFile('bridge.md', { title: 'Other', updated: { day: '2026-02-01' } }),
      {
        siteUrl: 'https://elsewhere.example',
        basePath: '/news/',
      },
    ),
    id,
  );
  assert.equal(await idOf(testContentFile('renamed.md', { id: '/2026/01/06/bridge/' })), id);
  assert.notEqual(await idOf(testContentFile('renamed.md')), id);
});

test('an edit of the text does not change a date', async () => {
  const dates = async (html: string) => {
    const { rss, atom } = await readAll(await feeds([testContentFile('a.md')], { html }));
    return [
      rss.lastBuildDate,
      rss.items?.[0]?.pubDate,
      atom.updated,
      atom.entries?.[0]?.updated,
    ];
  };
  assert.deepEqual(await dates('<p>One.</p>'), await dates('<p>Two.</p>'));
});

const hostile = [
  'a & b < c > d',
  '</title><script>alert(1)</script>',
  ']]> <![CDATA[ ]]>',
  '<!-- &amp; &lt; &nbsp; -->',
  '📰 👩‍🚀 서울 مرحبا \u202e',
  'x'.repeat(100_000),
];

for (const title of hostile) {
  test(`keeps any title and text: ${title.slice(0, 40)}`, async () => {
    const file = testContentFile('a.md', {
      title,
      summary: title,
      authors: [{ name: title }],
      topics: ['a'],
    });
    const html = `<p title="]]>">&lt;b&gt; ]]&gt; ${'y'.repeat(1000)}</p><pre>a\n  b</pre>`;
    const { rss, atom, json, other, otherAtom } = await readAll(await feeds([file], { html }));
    for (const read of [
      // feedsmith removes comments even in CDATA.
      ...(title.includes('<!--')
        ? []
        : [rss.items?.[0]?.title, atom.entries?.[0]?.title?.value]),
      otherAtom.items[0]?.title,
      json.items?.[0]?.title,
      other.items[0]?.title,
    ])
      assert.equal(read, title);
    for (const text of [
      rss.items?.[0]?.content?.encoded,
      atom.entries?.[0]?.content?.value,
      json.items?.[0]?.content_html,
    ]) {
      assert.match(text ?? '', /^<p>&#x3C;b> \]\]> y+<\/p><pre>a\n {2}b<\/pre>/u);
      assert.doesNotMatch(text ?? '', /<script|title=/u);
    }
    assert.doesNotMatch(rss.items?.[0]?.description ?? '', /<script|<!--/u);
  });
}

test('removes characters that are invalid in XML', async () => {
  const name = 'A\u{fffe}\u{1}\u{b}B';
  const texts = await feeds([testContentFile('a.md', { title: name })], {
    html: '<p>a\u{8}b\u{ffff}c\u{d800}d</p>',
  });
  for (const [address, text] of texts) {
    if (address.endsWith('.json')) continue;
    assert.doesNotMatch(text, /[[\p{Cc}--[\t\n\r]]\u{fffe}\u{ffff}]/v, address);
    assert.ok(text.isWellFormed(), address);
  }
  assert.equal((await readAll(texts)).other.items[0]?.title, 'AB');
});

test('the HTML of an Arabic entry has its direction', async () => {
  const texts = await feeds([testContentFile('a.ar.md', { title: 'قمة' }, ['en', 'ko', 'ar'])]);
  const { rss, atom, json } = await readAll(texts, '/ar/');
  assert.equal(rss.language, 'ar');
  assert.match(texts.get('/ar/feed.xml') ?? '', /<rss [^>]*xml:lang="ar"/u);
  assert.match(texts.get('/ar/atom.xml') ?? '', /<feed [^>]*xml:lang="ar"/u);
  assert.equal(json.language, 'ar');
  assert.match(atom.entries?.[0]?.content?.value ?? '', /^<div dir="rtl" lang="ar">/u);
});

test('an edition without articles has feeds without entries', async () => {
  const { rss, atom, json } = await readAll(await feeds([]));
  assert.equal(rss.items, undefined);
  assert.equal(atom.entries, undefined);
  assert.deepEqual(json.items ?? [], []);
  assert.match((await feeds([])).get('/feed.json') ?? '', /"items": \[\]/u);
});

test('sections, topics and authors have feeds if `feeds` lists them', async () => {
  const addresses = async (yaml: string) => [
    ...(await feeds([bridge], { yaml: `name: T\nlanguages: [en]\n${yaml}` })).keys(),
  ];
  assert.deepEqual(
    (await addresses('')).filter((address) => address.endsWith('feed.xml')),
    [
      ...['/feed.xml', '/section/city/feed.xml', '/topic/roads/feed.xml'],
      ...['/author/jane-roe/feed.xml', '/author/홍길동/feed.xml'],
    ],
  );
  assert.deepEqual(await addresses('feeds: []'), [
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/feeds.opml',
  ]);
});

test('OPML lists all feeds by edition', async () => {
  const korean = testContentFile('bridge.ko.md', { date: '' });
  const yaml = 'name: T\nlanguages: [en, ko]\nfeeds: [sections, topics]';
  const opml = parseOpml((await feeds([bridge, korean], { yaml })).get('/feeds.opml') ?? '');
  assert.deepEqual(
    opml.body?.outlines?.map(({ text, outlines }) => [
      text,
      outlines?.map(({ xmlUrl }) => xmlUrl?.replace('https://news.example', '')),
    ]),
    [
      ['English', ['/feed.xml', '/section/city/feed.xml', '/topic/roads/feed.xml']],
      ['한국어', ['/ko/feed.xml', '/ko/section/city/feed.xml', '/ko/topic/roads/feed.xml']],
    ],
  );
});

test('every URL has the base path; the URL of an owner may be an address of the site', async () => {
  const texts = await feeds([bridge], {
    basePath: '/news/',
    yaml: 'name: T\nlanguages: [en]\nowner: {name: O, url: /about/}',
  });
  for (const [name, text] of texts) {
    const own = [...text.matchAll(/https:\/\/news\.example\/[^\s"<\\]*/gu)].map(([url]) => url);
    assert.ok(own.length > 2, name);
    for (const url of own) assert.match(url, /^https:\/\/news\.example\/news\//u);
  }
  assert.match(
    texts.get('/atom.xml') ?? '',
    /<uri>https:\/\/news\.example\/news\/about\/<\/uri>/u,
  );
});
