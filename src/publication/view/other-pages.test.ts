import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { createPage, type PageRecipe } from './create-page.ts';
import { planCreditsPages } from './credits-page.ts';
import { planFollowPage } from './follow-page.ts';
import { planIndexPages } from './index-page.ts';
import { createNotFoundPage } from './not-found-page.ts';
import { createOfflinePage } from './offline-page.ts';
import { planSearchPage } from './search-page.ts';

/** Index, credits, search, not-found and offline pages. */

const languages = ['en', 'ko', 'ar'];
const credit = { creator: 'Jane Roe', source: 'Archive', licence: 'CC BY 4.0' };
const files = [
  testContentFile('a.md', {
    title: 'A',
    date: '2026-02-03',
    section: 'World',
    topics: ['Zoo'],
  }),
  testContentFile('b.md', { title: 'B', date: '2025-02-03', section: 'City', topics: ['Art'] }),
  testContentFile('c.md', {
    ...{ title: 'C', date: '2024-02-03', section: 'City', topics: ['Élan'] },
    image: { file: './quay.png', alt: 'A quay', credit },
  }),
  testContentFile('d.md', {
    ...{ title: 'D', date: '2024-02-02' },
    image: { file: './quay.png', alt: 'A quay', credit },
  }),
  testContentFile('e.md', { date: '2024-02-01', image: { file: './old.png', alt: 'Old' } }),
  testContentFile('a.ko.md', { title: '가', date: '' }, languages),
  testContentFile('a.ar.md', { title: 'أ', date: '' }, languages),
];

function view(yaml = '', siteUrl?: string) {
  const settings = testSettings(`languages: [${languages}]\nsections: [City, World]\n${yaml}`);
  const { publication } = createPublication(files, settings, {
    ...{ now: Date.parse('2026-03-01'), drafts: false },
    files: new Set(['quay.png', 'old.png']),
  });
  const { context, collector } = testView({ publication, basePath: '/base/', siteUrl });
  const [edition, korean] = publication.editions;
  assert.ok(edition && korean);
  const create = <Kind extends PageRecipe['page']>(plan: PageRecipe<Kind>) =>
    printed(createPage(context, plan));
  return { context, collector, edition, korean, create };
}

test('lists sections in the order of the menu and topics by name, with their numbers', () => {
  const { context, edition, create } = view();
  const [sections, topics, ...others] = planIndexPages(context, edition).map(create);
  assert.deepEqual(others, []);
  assert.deepEqual(sections?.parts, [
    {
      items: [
        { text: 'City', href: '/base/section/city/', count: '2 articles' },
        { text: 'World', href: '/base/section/world/', count: '1 article' },
      ],
    },
  ]);
  assert.deepEqual(
    topics?.parts[0]?.items.map(({ text }) => text),
    ['Art', 'Élan', 'Zoo'],
  );
});

test('an index of more than 30 topics is divided into letters, with links to them', () => {
  const { create } = view();
  const pageOf = (count: number) => {
    const groups = Array.from({ length: count }, (_, index) => ({
      ...{ slug: `t${index}`, names: { '': `${'BAÉ2'[index % 4]}${index}` } },
      count: index,
    }));
    const inputs = { language: 'en', kind: 'topics', groups } as const;
    return create({ page: 'index', inputs });
  };
  assert.equal(pageOf(30).letters, undefined);
  assert.equal(pageOf(30).parts.length, 1);
  const { letters, parts } = pageOf(31);
  assert.deepEqual(
    letters?.links.map(({ text, href }) => `${text} ${href}`),
    ['0–9 #ui-letter-0', 'A #ui-letter-A', 'B #ui-letter-B', 'E #ui-letter-E'],
  );
  assert.deepEqual(
    parts.map(({ heading, items }) => `${heading?.id} ${items.length}`),
    ['ui-letter-0 7', 'ui-letter-A 8', 'ui-letter-B 8', 'ui-letter-E 8'],
  );
});

test('an index links to the list of feeds only if the site has a URL', () => {
  const linksOf = (siteUrl?: string) => {
    const { context, edition, create } = view('', siteUrl);
    return planIndexPages(context, edition).map((plan) => create(plan).links.length);
  };
  assert.deepEqual(linksOf(), [1, 1]);
  assert.deepEqual(linksOf('https://news.example'), [2, 2]);
});

test('an edition without sections and topics has no index', () => {
  const one = createPublication([testContentFile('a.md')], testSettings('languages: [en]'), {
    ...{ now: Date.parse('2026-03-01'), drafts: false },
    files: new Set(),
  });
  const [edition] = one.publication.editions;
  assert.ok(edition);
  assert.deepEqual(planIndexPages(testView(one).context, edition), []);
});

test('lists each picture once, with its credit and all articles that show it', () => {
  const { context, edition, collector, create } = view();
  const [page, ...others] = planCreditsPages(context, edition, collector).map(create);
  assert.deepEqual(others, []);
  assert.equal(page?.heading, 'Credits');
  const entries = page?.entries.map(({ line, notes, stories }) => ({
    line: [line, ...notes].map((parts) => parts.map(({ text }) => text).join('')),
    links: stories.links.map(({ text, href }) => `${text} ${href}`),
  }));
  assert.deepEqual(entries, [
    {
      line: ['Jane Roe via Archive', 'Licence: CC BY 4.0'],
      links: ['C /base/2024/02/03/c/', 'D /base/2024/02/02/d/'],
    },
    { line: ['No credit is stated.'], links: ['e.md /base/2024/02/01/e/'] },
  ]);
});

test('a clip has its caption or the name of its file in the list of credits', () => {
  const { context, edition, collector, create } = view();
  const stories = edition.articles.slice(0, 1);
  const pictures = [
    { file: 'a/ferry.mp4', alt: 'A ferry', caption: 'The ferry leaves', stories },
    { file: 'a/talk.mp3', alt: '', stories },
  ];
  const [page] = planCreditsPages(context, { ...edition, pictures }, collector).map(create);
  assert.deepEqual(
    page?.entries.map(({ name }) => name),
    ['The ferry leaves', 'talk.mp3'],
  );
});

test('a picture of thousands of articles links to the newest, with their number', () => {
  const { context, edition, collector, create } = view();
  const [article] = edition.articles;
  assert.ok(article);
  const stories = Array.from({ length: 20_000 }, () => article);
  const pictures = [{ file: 'a.jpg', alt: '', stories }];
  const [page] = planCreditsPages(context, { ...edition, pictures }, collector).map(create);
  const [entry] = page?.entries ?? [];
  assert.equal(entry?.stories.links.length, 20);
  assert.equal(entry?.stories.total, '20,000 articles');
});

test('divides the list of pictures by the page size', () => {
  const { context, edition, collector, create } = view('pageSize: 1');
  const plans = planCreditsPages(context, edition, collector);
  assert.deepEqual(
    plans.map(({ address }) => address),
    ['/credits/', '/credits/1/'],
  );
  assert.deepEqual(
    plans.map((plan) => create(plan).entries.length),
    [1, 1],
  );
  assert.ok(plans.every((plan) => create(plan).pager));
});

test('an edition without pictures has no list of credits', () => {
  const { context, korean, collector } = view();
  assert.deepEqual(planCreditsPages(context, { ...korean, pictures: [] }, collector), []);
});

test('offers to narrow a search by section, topic, author, date and language', () => {
  const { context, edition, create } = view();
  const articles = edition.articles.map((article, index) => ({
    ...article,
    genre: (['opinion', 'news', 'analysis'] as const)[index % 3],
  }));
  const authors = ['Mina Choi', 'Jane Roe', 'Élan Bo'].map((name) => ({
    ...{ slug: name.toLowerCase().replace(' ', '-'), names: { '': name }, articles, urls: [] },
  }));
  const [page] = planSearchPage(context, { ...edition, articles, authors }).map(create);
  const filters = page?.form.filters.map((filter) => [
    filter.name,
    'options' in filter ? filter.options.map(({ value }) => value) : Object.values(filter)[2],
  ]);
  assert.deepEqual(filters, [
    ['section', ['', 'city', 'world']],
    ['topic', ['', 'art', 'élan', 'zoo']],
    ['kind', ['', 'analysis', 'opinion']],
    ['author', ['', 'élan-bo', 'jane-roe', 'mina-choi']],
    ['from', ['2024-01-01', '2026-12-31']],
    ['to', ['2024-01-01', '2026-12-31']],
    ['order', ['', 'newest', 'oldest']],
    ['language', ['', 'ko', 'ar', 'all']],
  ]);
});

test('the search page has no list of many authors, but the address of their file', () => {
  const { context, korean, create } = view();
  const authors = Array.from({ length: 61 }, (_, index) => ({
    ...{ slug: `a-${index}`, names: { '': `A ${index}` }, urls: [], articles: korean.articles },
  }));
  const pageWith = (count: number) =>
    planSearchPage(context, { ...korean, authors: authors.slice(0, count) })[0];
  assert.equal(pageWith(60)?.inputs.authors.length, 60);
  const plan = pageWith(61);
  assert.equal(plan?.inputs.authors, 'many');
  const filters = plan ? create(plan).form.filters : [];
  assert.deepEqual(
    filters.find(({ name }) => name === 'author'),
    {
      ...{ name: 'author', label: '기자', any: '전체' },
      names: '/base/search/files/authors-ko.json',
    },
  );
});

test('omits filters with fewer than two choices', () => {
  const { context, korean, create } = view();
  const [page] = planSearchPage(context, korean).map(create);
  assert.deepEqual(
    page?.form.filters.map(({ name }) => name),
    ['from', 'to', 'order', 'language'],
  );
});

test('the script of a search gets its folders, the languages and the forms of numbers', () => {
  const { context, korean, create } = view();
  const [page] = planSearchPage(context, korean).map(create);
  assert.equal(page?.form.action, '/base/ko/search/');
  assert.equal(page?.script?.files, '/base/search/files/');
  assert.equal(page?.script?.base, '/base/');
  assert.deepEqual(page?.script?.languages, ['ko', 'en', 'ar']);
  assert.match(page?.script?.noResults ?? '', /#/u);
  assert.ok(Object.values(page?.script?.counts ?? {}).every((form) => form.includes('#')));
});

test('a publication without a search has neither a search page nor a form on the 404 page', () => {
  const { context, edition } = view('extras: [card]');
  assert.deepEqual(planSearchPage(context, edition), []);
  assert.equal(createNotFoundPage(context).search, undefined);
  assert.equal(createNotFoundPage(view().context).search?.action, '/base/search/');
});

test('the 404 page links to every edition in its own language and direction', () => {
  const { links, shell } = printed(createNotFoundPage(view().context));
  assert.deepEqual(
    links.map(({ href, language }) => [href, language]),
    [
      ['/base/', 'en'],
      ['/base/page/', 'en'],
      ['/base/ko/', 'ko'],
      ['/base/ar/', 'ar'],
    ],
  );
  assert.match(JSON.stringify(links.at(-1)), /"rtl"/u);
  assert.doesNotMatch(JSON.stringify(links[2]), /"(?:rtl|ltr)"/u);
  assert.match(JSON.stringify(shell), /noindex/u);
});

test('the offline page is written in the language of its edition', () => {
  const { context } = view();
  const [english, korean] = context.editions.map((edition) =>
    createOfflinePage(context, edition),
  );
  assert.equal(english?.address, '/base/offline/');
  assert.equal(korean?.address, '/base/ko/offline/');
  assert.notEqual(english?.heading, korean?.heading);
  assert.match(JSON.stringify(korean?.shell), /noindex/u);
});

const follow = `follow:
  newsletter: {en: https://post.example/letter, ko: https://post.example/ko}
  mastodon: "@post@news.example"
  bluesky: post.example
  google: true
  others: [{name: A channel, url: https://www.channel.example/post}]
`;

test('lists the ways to follow the publication, and the feeds of an edition', () => {
  const { context, edition, korean, create } = view(follow, 'https://post.example');
  const [english] = planFollowPage(context, edition).map(create);
  assert.deepEqual(english?.parts[0]?.items, [
    { text: 'Newsletter', href: 'https://post.example/letter', count: 'post.example' },
    {
      ...{ text: 'Mastodon', href: 'https://news.example/@post', count: '@post@news.example' },
      rel: 'me',
    },
    {
      ...{ text: 'Bluesky', href: 'https://bsky.app/profile/post.example' },
      ...{ count: '@post.example', rel: 'me' },
    },
    {
      text: 'Preferred source on Google',
      href: 'https://www.google.com/preferences/source?q=post.example',
      count: 'Google',
    },
    {
      ...{ text: 'A channel', href: 'https://www.channel.example/post' },
      ...{ count: 'channel.example', rel: 'me' },
    },
  ]);
  assert.deepEqual(
    english.parts[1]?.items.map(({ text, href }) => [text, href]),
    [
      ['daily', '/base/feed.xml'],
      ['City', '/base/section/city/feed.xml'],
      ['World', '/base/section/world/feed.xml'],
    ],
  );
  const [other] = planFollowPage(context, korean).map(create);
  assert.equal(other?.parts[0]?.items[0]?.href, 'https://post.example/ko');
});

test('without accounts there is no page about them, without a site URL no feed on it', () => {
  const none = view('', 'https://post.example');
  assert.deepEqual(planFollowPage(none.context, none.edition), []);
  const local = view(follow);
  const [page] = planFollowPage(local.context, local.edition).map(local.create);
  assert.equal(page?.parts.length, 1);
  assert.deepEqual(page.links, []);
});
