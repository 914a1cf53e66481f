import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { checkGraph } from '../../../../tests/schema-org/check-graph.ts';
import { loadVocabulary } from '../../../../tests/schema-org/load-vocabulary.ts';
import { testContentFile, testSettings } from '../../../../tests/support/test-content-file.ts';
import { type TestViewParts, testView } from '../../../../tests/support/test-view.ts';
import { genreNames } from '../../../content/article/genre.ts';
import { papers } from '../../../content/settings/papers.ts';
import { createPublication } from '../../edition/create-publication.ts';
import { createArticlePage } from '../article-page.ts';
import { createPage } from '../create-page.ts';
import { planFrontPage } from '../front-page.ts';
import { createNotFoundPage } from '../not-found-page.ts';
import { createOfflinePage } from '../offline-page.ts';
import { planListPages } from '../plan-lists.ts';
import { type Head, toLocale } from './head.ts';

const yaml = `name: {en: The Daily, ko: 데일리}
languages: [en, ko, zh-Hans]
timeZone: Asia/Seoul
owner: {name: Daily Press, url: "https://press.example/"}
contact: desk@daily.example
policies: {corrections: /corrections/, ethics: "https://press.example/ethics", diversity: /a/, feedback: /b/, masthead: /c/, mission: /d/, ownership: /e/, principles: /f/, sources: /g/, verification: /h/}
description: All the news.`;

const everything = {
  title: 'Bridge </script> opens\u2028<!-- at last',
  date: '2026-01-06T18:30',
  summary: 'After two years.',
  section: 'World',
  topics: ['Seoul', 'Bridges'],
  authors: [{ name: 'Jane Roe', url: 'https://roe.example/' }, { name: 'The Daily' }],
  dateline: 'SEOUL',
  updated: { day: '2026-01-08', time: '10:00:00' },
  image: {
    file: './a.jpg',
    alt: 'A bridge',
    credit: {
      creator: 'Kim',
      creatorUrl: 'https://kim.example/',
      source: 'Archive',
      sourceUrl: 'https://archive.example/1',
      licence: 'CC BY 4.0',
    },
  },
  source: {
    name: 'Post',
    url: 'https://post.example/1',
    published: { day: '2026-01-05' },
    archived: 'https://archive.example/2',
  },
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  corrections: [
    { date: { day: '2026-01-07' }, text: 'It was a Tuesday.', kind: 'correction' as const },
    { date: { day: '2026-01-08' }, text: 'It rained.', kind: 'update' as const },
  ],
};

const { source: _, ...others } = everything;
const ofKind = { ...others, date: '2026-01-01', image: {} };

const entry = {
  id: 't-20260101-0930',
  time: '2026-01-01T18:30+09:00',
  headline: 'A',
  isKey: true,
};

const files = [
  testContentFile('a.md', everything),
  testContentFile('a.ko.md', { title: '다리', date: '', translator: 'Lee' }),
  testContentFile('plain.md', {
    title: 'Plain',
    date: '2026-01-02',
    licence: { name: 'Ours' },
  }),
  ...genreNames.map((kind) => testContentFile(`${kind}.md`, { ...ofKind, kind })),
  testContentFile('pages/about.md', { title: 'About', updated: { day: '2026-01-09' } }),
  testContentFile('pages/about.ko.md', { title: '소개' }),
].map((file) => ({
  ...file,
  body: {
    ...file.body,
    length: { words: 684, minutes: 3 },
    ...(file.fields.kind === 'live' ? { entries: [entry] } : {}),
  },
}));

type Parts = Partial<TestViewParts> & { readonly yaml?: string };

function viewOf({ yaml: settings = yaml, ...parts }: Parts = {}) {
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set(['a.jpg']) };
  const { publication, problems } = createPublication(files, testSettings(settings), options);
  assert.deepEqual(problems, []);
  const made = {
    publication,
    assets: new Map([
      ['a.jpg', { kind: 'picture' as const, name: 'aa.jpg', width: 1600, height: 900 }],
    ]),
    basePath: '/news/',
    siteUrl: 'https://daily.example',
    cards: new Map([['/2026/01/06/a/', { name: 'card.png', width: 1200, height: 630 }]]),
    ...parts,
  };
  return { publication: made.publication, ...testView(made) };
}

function headOf(path: string, { context, collector, publication } = viewOf()): Head {
  const story = publication.byPath.get(path);
  assert.ok(story, path);
  const { head } = createArticlePage(context, collector.storyOf(story)).shell;
  assert.ok(head);
  return head;
}

function frontOf({ context, collector, publication } = viewOf()): Head {
  const [edition] = publication.editions;
  assert.ok(edition);
  const { head } = createPage(context, planFrontPage(context, edition, collector)).shell;
  assert.ok(head);
  return head;
}

/** Property or name with content, in order. */
function metasOf({ metas }: Head, wanted: RegExp): [string, string][] {
  return metas.flatMap((meta) => {
    const key = 'property' in meta ? meta.property : meta.name;
    return wanted.test(key) ? [[key, meta.content] as [string, string]] : [];
  });
}

test('Open Graph metas have a property, others a name', () => {
  for (const meta of headOf('a.md').metas) {
    const graph = 'property' in meta;
    const key = graph ? meta.property : meta.name;
    assert.equal(graph, /^(?:og|article):/u.test(key), key);
  }
});

test('link previews of an article have its headline, URL, card and dates', () => {
  assert.deepEqual(metasOf(headOf('a.md'), /^(?:og|article|twitter):/u), [
    ['og:type', 'article'],
    ['og:site_name', 'The Daily'],
    ['og:title', everything.title],
    ['og:description', 'After two years.'],
    ['og:url', 'https://daily.example/news/2026/01/06/a/'],
    ['og:locale', 'en_US'],
    ['og:locale:alternate', 'ko_KR'],
    ['og:image', 'https://daily.example/news/assets/card.png'],
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', 'A bridge'],
    ['article:published_time', '2026-01-06T18:30+09:00'],
    ['article:modified_time', '2026-01-08T10:00+09:00'],
    ['article:section', 'World'],
    ['article:tag', 'Seoul'],
    ['article:tag', 'Bridges'],
    ['article:author', 'Jane Roe, The Daily'],
    ['twitter:card', 'summary_large_image'],
    ['twitter:image:alt', 'A bridge'],
  ]);
});

test('a date without a time stays a date; no `modified_time` without `updated`', () => {
  const metas = metasOf(headOf('plain.md'), /_time$/u);
  assert.deepEqual(metas, [['article:published_time', '2026-01-02']]);
});

const images: [name: string, parts: Parts, path: string, image: string | undefined][] = [
  ['its own card', {}, 'a.md', '/news/assets/card.png'],
  ['its picture without a card', { cards: new Map() }, 'a.md', '/news/assets/aa.jpg'],
  [
    'the card of the edition with neither',
    { cards: new Map([['/', { name: 'front.png', width: 1200, height: 630 }]]) },
    'plain.md',
    '/news/assets/front.png',
  ],
  ['no picture if there is none', { cards: new Map() }, 'plain.md', undefined],
];
for (const [name, parts, path, image] of images) {
  test(`a link to ${path} shows ${name}`, () => {
    const [found] = metasOf(headOf(path, viewOf(parts)), /^og:image$/u);
    assert.equal(found?.[1], image && `https://daily.example${image}`);
    if (image === undefined)
      assert.deepEqual(metasOf(headOf(path, viewOf(parts)), /^twitter:/u), [
        ['twitter:card', 'summary'],
      ]);
  });
}

const versions = [
  { hreflang: 'en', href: 'https://daily.example/news/2026/01/06/a/' },
  { hreflang: 'ko', href: 'https://daily.example/news/ko/2026/01/06/a/' },
  { hreflang: 'x-default', href: 'https://daily.example/news/2026/01/06/a/' },
];

test('all language versions of an article have the same alternates', () => {
  assert.deepEqual(headOf('a.md').alternates, versions);
  assert.deepEqual(headOf('a.ko.md').alternates, versions);
});

test('standing pages and front pages have alternates; an article in one language has none', () => {
  assert.deepEqual(
    headOf('pages/about.ko.md').alternates.map(({ href }) => href),
    ['about/', 'ko/about/', 'about/'].map((path) => `https://daily.example/news/${path}`),
  );
  assert.deepEqual(
    frontOf().alternates.map(({ hreflang }) => hreflang),
    ['en', 'ko', 'x-default'],
  );
  assert.deepEqual(headOf('plain.md').alternates, []);
});

test('without a site URL there is nothing that needs an absolute URL', () => {
  const { publication } = viewOf();
  const head = headOf('a.md', { publication, ...testView({ publication }) });
  assert.deepEqual(head.alternates, []);
  assert.equal(head.data, undefined);
  assert.deepEqual(metasOf(head, /^og:(?:url|image)/u), []);
  assert.deepEqual(metasOf(head, /^og:title/u), [['og:title', everything.title]]);
});

test('a page that is not indexed has no head', () => {
  const { context } = viewOf();
  const [edition] = context.editions;
  assert.ok(edition);
  assert.equal(createNotFoundPage(context).shell.head, undefined);
  assert.equal(createOfflinePage(context, edition).shell.head, undefined);
});

const locales = [
  'en en_US',
  'ko ko_KR',
  'zh-Hans zh_CN',
  'zh-Hant zh_TW',
  'ar ar_AR',
  'pt-BR pt_BR',
];
for (const pair of locales) {
  const [tag = '', locale] = pair.split(' ');
  test(`${tag} is ${locale} in Open Graph`, () => assert.equal(toLocale(tag), locale));
}

test('the theme colours are those of the paper in tokens.css', async () => {
  const tokens = await readFile(
    new URL('../../../site/styles/tokens.css', import.meta.url),
    'utf8',
  );
  const [, light, dark] =
    /--paper: var\(--light, (#\w+)\) var\(--dark, (#\w+)\)/u.exec(tokens) ?? [];
  assert.deepEqual({ light, dark }, papers);
});

test('a headline cannot end the script element of structured data', () => {
  const { data = '' } = headOf('a.md');
  assert.doesNotMatch(data, /[<\u2028\u2029]/u);
  assert.equal(JSON.parse(data)['@graph'][0].headline, everything.title);
});

test('structured data is valid in the vocabulary of schema.org', async (t) => {
  const schema = await loadVocabulary();
  const { context, collector, publication } = viewOf();
  const [edition] = publication.editions;
  assert.ok(edition);
  const list = planListPages(context, edition, collector).next().value;
  assert.ok(list);
  const heads = {
    article: headOf('a.md'),
    translation: headOf('a.ko.md'),
    'a plain article': headOf('plain.md'),
    page: headOf('pages/about.md'),
    front: frontOf(),
    list: createPage(context, list).shell.head,
    ...Object.fromEntries(genreNames.map((kind) => [kind, headOf(`${kind}.md`)])),
  };
  for (const [name, head] of Object.entries(heads))
    await t.test(`of the ${name}`, () =>
      assert.deepEqual(checkGraph(JSON.parse(head?.data ?? ''), schema), []),
    );

  await t.test('the check finds invalid structured data', () => {
    const faults = (node: object) => checkGraph({ '@graph': [node] }, schema).length;
    assert.equal(
      faults({ '@type': 'NewsArticle', headline: 'A', datePublished: '2026-01-06' }),
      0,
    );
    assert.equal(faults({ '@type': 'NewsStory' }), 1);
    assert.equal(faults({ '@type': 'NewsArticle', head: 'A' }), 1);
    assert.equal(faults({ '@type': 'Person', headline: 'A' }), 1);
    assert.equal(faults({ '@type': 'NewsArticle', datePublished: 'Tuesday' }), 1);
    assert.equal(faults({ '@type': 'NewsArticle', wordCount: '3' }), 1);
    assert.equal(faults({ '@type': 'NewsArticle', author: { '@type': 'Place' } }), 1);
  });
});

test('an opinion and paid content have types of their own', () => {
  const thingOf = (path: string) => JSON.parse(headOf(path).data ?? '')['@graph'][0];
  assert.equal(thingOf('opinion.md')['@type'], 'OpinionNewsArticle');
  assert.equal(thingOf('opinion.md').genre, 'Opinion');
  assert.equal(thingOf('news.md')['@type'], 'NewsArticle');
  assert.equal(thingOf('news.md').genre, undefined);
  const { '@type': type, dateline } = thingOf('sponsored.md');
  assert.deepEqual([type, dateline], ['AdvertiserContentArticle', undefined]);
});

test('the structured data of an article is complete', () => {
  const graph = JSON.parse(headOf('a.md').data ?? '')['@graph'];
  const { image, ...article } = graph[0];
  const rights = {
    creator: { '@type': 'Person', name: 'Kim', url: 'https://kim.example/' },
    creditText: 'Kim via Archive',
    copyrightNotice: 'Kim, CC BY 4.0',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    acquireLicensePage: 'https://archive.example/1',
  };
  const url = 'https://daily.example/news/2026/01/06/a/';
  assert.deepEqual(image, [
    {
      '@type': 'ImageObject',
      contentUrl: 'https://daily.example/news/assets/aa.jpg',
      width: '1600 px',
      height: '900 px',
      caption: 'A bridge',
      ...rights,
    },
    {
      '@type': 'ImageObject',
      contentUrl: 'https://daily.example/news/assets/card.png',
      width: '1200 px',
      height: '630 px',
      ...rights,
    },
  ]);
  assert.deepEqual(article, {
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    url,
    headline: everything.title,
    description: 'After two years.',
    datePublished: '2026-01-06T18:30+09:00',
    dateModified: '2026-01-08T10:00+09:00',
    author: [
      {
        '@type': 'Person',
        name: 'Jane Roe',
        url: 'https://daily.example/news/author/jane-roe/',
        sameAs: ['https://roe.example/'],
      },
      { '@id': 'https://daily.example/news/#publisher' },
    ],
    publisher: { '@id': 'https://daily.example/news/#publisher' },
    articleSection: 'World',
    keywords: ['Seoul', 'Bridges'],
    wordCount: 684,
    inLanguage: 'en',
    dateline: 'SEOUL',
    isBasedOn: {
      '@type': 'CreativeWork',
      url: 'https://post.example/1',
      publisher: { '@type': 'Organization', name: 'Post' },
      datePublished: '2026-01-05',
      archivedAt: 'https://archive.example/2',
    },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    correction: [
      { '@type': 'CorrectionComment', text: 'It was a Tuesday.', datePublished: '2026-01-07' },
    ],
    workTranslation: [{ '@id': 'https://daily.example/news/ko/2026/01/06/a/#article' }],
    isAccessibleForFree: true,
  });
  const [korean] = JSON.parse(headOf('a.ko.md').data ?? '')['@graph'];
  assert.deepEqual(korean.translationOfWork, { '@id': `${url}#article` });
  assert.deepEqual(korean.translator, { '@type': 'Person', name: 'Lee' });
  assert.equal(korean.dateModified, undefined);
});

test('an own share card has the rights of its own picture', () => {
  const [first] = files;
  assert.ok(first);
  const rightsOf = (card: string) => {
    const fields = { ...first.fields, card };
    const pictures = new Set(['a.jpg', 'b.jpg']);
    const options = { now: Date.parse('2026-02-01'), drafts: false, files: pictures };
    const { publication } = createPublication(
      [{ ...first, fields }],
      testSettings(yaml),
      options,
    );
    const head = headOf('a.md', viewOf({ publication }));
    return JSON.parse(head.data ?? '')['@graph'][0].image[1].creditText;
  };
  assert.equal(rightsOf('./b.jpg'), undefined);
  assert.equal(rightsOf('./a.jpg'), 'Kim via Archive');
});

test('the publisher has all its policies', () => {
  const publisher = JSON.parse(headOf('plain.md').data ?? '')['@graph'][1];
  assert.equal(publisher['@type'], 'NewsMediaOrganization');
  assert.equal(publisher.correctionsPolicy, 'https://daily.example/news/corrections/');
  assert.equal(publisher.ethicsPolicy, 'https://press.example/ethics');
  assert.equal(
    Object.keys(publisher).filter((key) =>
      /[pP]olicy|masthead|Report|ownership|Principles/u.test(key),
    ).length,
    10,
  );
  assert.equal(publisher.email, 'desk@daily.example');
  assert.equal(publisher.parentOrganization.name, 'Daily Press');
});

test('the front page has a search action if the site has a search', () => {
  const site = (parts: Parts = {}) =>
    JSON.parse(frontOf(viewOf(parts)).data ?? '')['@graph'][0];
  assert.equal(
    site().potentialAction.target.urlTemplate,
    'https://daily.example/news/search/?q={query}',
  );
  assert.equal(site({ yaml: `${yaml}\nextras: [card]` }).potentialAction, undefined);
});

test('the breadcrumbs of an article contain its section', () => {
  const trail = JSON.parse(headOf('a.md').data ?? '')['@graph'][2];
  assert.deepEqual(
    trail.itemListElement.map(({ name, item }: Record<string, string>) => [name, item]),
    [
      ['The Daily', 'https://daily.example/news/'],
      ['World', 'https://daily.example/news/section/world/'],
      [everything.title, undefined],
    ],
  );
});
