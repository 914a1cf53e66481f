import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createPublication } from './create-publication.ts';
import type { Group } from './publication.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

function create(
  contentFiles: readonly ContentFile[],
  { yaml = 'languages: [en, ko]', drafts = false } = {},
) {
  return createPublication(contentFiles, testSettings(yaml), { now, drafts, files: new Set() });
}

test('orders articles newest first, then by slug', () => {
  const { publication } = create([
    testContentFile('b.md'),
    testContentFile('a.md'),
    testContentFile('c.md', { date: '2026-01-07' }),
    testContentFile('d.md', { date: '2026-01-06T00:30+09:00' }),
  ]);
  assert.deepEqual(
    publication.editions[0]?.articles.map(({ slug }) => slug),
    ['c', 'a', 'b', 'd'],
  );
});

test('names the newest entry of a live article that is in the future', () => {
  const file = testContentFile('a.md', { kind: 'live', date: '2026-01-10' });
  const entry = { id: 't', time: '2026-01-11T18:30+09:00', headline: 'B', isKey: false };
  const { problems } = create([{ ...file, body: { ...file.body, entries: [entry] } }]);
  assert.deepEqual(
    problems.map(({ field, message }) => [field, message]),
    [['entries', 'expected a time that is not in the future, got "2026-01-11T18:30+09:00"']],
  );
});

test('creates editions with articles, and always the default one', () => {
  const languages = (contentFiles: readonly ContentFile[]) =>
    create(contentFiles).publication.editions.map(({ language }) => language);
  assert.deepEqual(languages([]), ['en']);
  assert.deepEqual(languages([testContentFile('a.ko.md')]), ['en', 'ko']);
  assert.deepEqual(languages([testContentFile('pages/a.ko.md')]), ['en']);
});

test('publishes drafts and scheduled articles only in the dev preview', () => {
  const contentFiles = [
    testContentFile('draft.md', { draft: true }),
    testContentFile('future.md', { date: '2026-01-11' }),
    testContentFile('today.md', { date: '2026-01-10' }),
    testContentFile('minute.md', { date: '2026-01-10T21:01+09:00' }),
  ];
  const { publication, unpublished } = create(contentFiles);
  assert.deepEqual([...publication.byPath.keys()], ['today.md']);
  assert.deepEqual(unpublished.map(({ path }) => path).sort(), [
    'draft.md',
    'future.md',
    'minute.md',
  ]);
  assert.equal(create(contentFiles, { drafts: true }).publication.byPath.size, 4);
});

test('a translation inherits fields that are not text', () => {
  const { publication } = create([
    testContentFile('a.md', {
      section: 'World',
      topics: ['China'],
      translator: 'X',
      summary: 'S',
    }),
    testContentFile('a.ko.md', { date: '' }),
  ]);
  const korean = publication.byPath.get('a.ko.md');
  assert.ok(korean?.kind === 'article');
  assert.equal(korean.address, '/ko/2026/01/06/a/');
  assert.equal(korean.section?.slug, 'world');
  assert.deepEqual(
    korean.topics.map(({ slug }) => slug),
    ['china'],
  );
  assert.equal(korean.translator, undefined);
  assert.equal(korean.summary, undefined);
  assert.deepEqual(
    publication.translations.get('a')?.map(({ path }) => path),
    ['a.md', 'a.ko.md'],
  );
});

test('orders sections by menu and topics by slug', () => {
  const { publication } = create(
    [
      testContentFile('a.md', { section: 'Arts', topics: ['Zoo', 'Art'] }),
      testContentFile('b.md', { section: '세계', topics: ['zoo'] }),
    ],
    { yaml: 'languages: [en, ko]\nsections: [{en: World, ko: 세계}, Arts]' },
  );
  const [edition] = publication.editions;
  const shown = (groups: readonly Group[] = []) =>
    groups.map(({ slug, articles }) => `${slug} ${articles.length}`);
  assert.deepEqual(shown(edition?.sections), ['world 1', 'arts 1']);
  assert.deepEqual(shown(edition?.topics), ['art 1', 'zoo 2']);
});

test('merges the names of a listed topic; its default name gives the address', () => {
  const { publication, problems } = create(
    [
      testContentFile('a.md', { topics: ['ferries', 'Tides'] }),
      testContentFile('b.md', { topics: ['여객선', 'Ferries'] }),
      testContentFile('c.ko.md', { topics: ['Ferries', '여객선'] }),
      testContentFile('a.ko.md', {}),
    ],
    { yaml: 'languages: [en, ko]\ntopics: [{ko: 여객선, en: Ferries}]' },
  );
  assert.deepEqual(problems, []);
  const topics = publication.editions.map((edition) =>
    edition.topics.map(({ slug, names, articles }) => [slug, names, articles.length]),
  );
  const names = { ko: '여객선', en: 'Ferries' };
  const tides = ['tides', { '': 'Tides' }, 1];
  assert.deepEqual(topics, [
    [['ferries', names, 2], tides],
    [['ferries', names, 2], tides],
  ]);
  const twice = publication.byPath.get('b.md');
  assert.ok(twice?.kind === 'article');
  assert.deepEqual(
    twice.topics.map(({ slug }) => slug),
    ['ferries'],
  );
});

test('reads a listed name in the language of the article', () => {
  const yaml =
    'languages: [en, de]\nsections: [{en: Rat}, {en: Council, de: Rat}]\ntopics: [{en: Gift}, {en: Poison, de: Gift}]';
  const fields = { section: 'Rat', topics: ['Gift'] };
  const languages = ['en', 'de'];
  const { publication } = create(
    [
      testContentFile('a.md', fields),
      testContentFile('a.de.md', {}, languages),
      testContentFile('b.de.md', fields, languages),
    ],
    { yaml },
  );
  const found = [...publication.byPath.values()].map((story) =>
    story.kind === 'article' ? [story.path, story.section?.slug, story.topics[0]?.slug] : [],
  );
  assert.deepEqual(found, [
    ['a.de.md', 'rat', 'gift'],
    ['a.md', 'rat', 'gift'],
    ['b.de.md', 'council', 'poison'],
  ]);
});

test('reports a section name without an address', () => {
  const { problems } = create([testContentFile('a.md', { section: '..' })]);
  assert.deepEqual(
    problems.map(({ field, message }) => [field, message]),
    [['section', 'expected a section with letters or digits, got ".."']],
  );
});

test('a listed topic without a name in a language has an address', () => {
  const { publication } = create([testContentFile('a.md', { topics: ['Fähren'] })], {
    yaml: 'languages: [en]\ntopics: [{de: Fähren}]',
  });
  assert.deepEqual(
    publication.editions[0]?.topics.map(({ slug }) => slug),
    ['fähren'],
  );
});

const collisions: readonly [name: string, contentFiles: readonly ContentFile[]][] = [
  ['two articles', [testContentFile('x/a.md'), testContentFile('y/a.md')]],
  ['names that differ in case', [testContentFile('x/a.md'), testContentFile('y/A.md')]],
  [
    'an article and an alias',
    [testContentFile('a.md'), testContentFile('b.md', { aliases: ['/2026/01/06/a'] })],
  ],
  [
    'two aliases',
    [
      testContentFile('a.md', { aliases: ['/x'] }),
      testContentFile('b.md', { aliases: ['/x/'] }),
    ],
  ],
  ['a page and a list', [testContentFile('pages/page.md')]],
  ['a page and a feed', [testContentFile('pages/feed.xml.md'), testContentFile('a.md')]],
  [
    "an alias and a section's feed",
    [testContentFile('a.md', { section: 'Arts', aliases: ['/section/arts/atom.xml'] })],
  ],
  ['an alias and a file of the site', [testContentFile('a.md', { aliases: ['/robots.txt'] })]],
  ['an alias and a sitemap', [testContentFile('a.md', { aliases: ['/sitemap-2031.xml'] })]],
  ...[
    '/favicon.svg/',
    '/icon-512.png/',
    '/assets/old/',
    '/search/files/old/',
    '/sw.js/old/',
    '/feed.xml/old/',
    '/KO/',
    '/_headers/x/',
    '/.well-known/security.txt/x/',
    '/_worker.js/',
    '/404.html/x.html',
  ].map((alias): [name: string, contentFiles: readonly ContentFile[]] => [
    `an alias ${alias} and what the site has in its way`,
    [testContentFile('a.md', { aliases: [alias] }), testContentFile('a.ko.md')],
  ]),
  [
    "an alias below an article's Markdown",
    [testContentFile('a.md', { aliases: ['/2026/01/06/a.md/x/'] })],
  ],
  [
    'an alias below the file of another',
    [testContentFile('a.md', { aliases: ['/x.html', '/x.html/y/'] })],
  ],
  [
    'an alias that is a folder of another',
    [testContentFile('a.md', { aliases: ['/x.html/y/', '/x.html'] })],
  ],
  [
    "an article and another's Markdown",
    [testContentFile('x/a.md'), testContentFile('y/a.md.md')],
  ],
  ['a page and an edition', [testContentFile('pages/ko.md'), testContentFile('a.ko.md')]],
];

for (const [name, contentFiles] of collisions) {
  test(`one address for ${name} is a problem`, () => {
    const { problems } = create(contentFiles);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /^expected an address of its own, got /u);
  });
}

test('accepts addresses that do not conflict', () => {
  const aliases = [
    '/x/',
    '/x/y/',
    '/x.html',
    '/y/z.html',
    '/y/',
    '/assets.html',
    '/feed/',
    '/a.md/',
  ];
  const { problems } = create([
    testContentFile('a.md', { aliases }),
    testContentFile('pages/about.md'),
  ]);
  assert.deepEqual(problems, []);
});

test('merges duplicate aliases of one article', () => {
  const { problems, publication } = create([
    testContentFile('a.md', { aliases: ['/x', '/y/', '/x/', '/y/'] }),
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(publication.byPath.get('a.md')?.aliases, ['/x/', '/y/']);
});

test('reports a taken address at its position', () => {
  const file = testContentFile('a.md', { aliases: ['/x/', '/sw.js'], slug: 'feed.xml' });
  const places = { aliases: [4, 10], 'aliases.1': [4, 15] } as const;
  const { problems } = create([{ ...file, places }]);
  assert.deepEqual(
    problems.map(({ line, column, field, cure }) => ({ line, column, field, cure })),
    [{ line: 4, column: 15, field: 'aliases.1', cure: 'remove it' }],
  );
});

test('frees the addresses of Markdown versions that are off', () => {
  const contentFiles = [testContentFile('x/a.md'), testContentFile('y/a.md.md')];
  const { problems } = create(contentFiles, { yaml: 'languages: [en]\nextras: [card]' });
  assert.deepEqual(problems, []);
});

test('reports both articles with one identity', () => {
  const reported = (contentFiles: readonly ContentFile[]) =>
    create(contentFiles).problems.map(
      ({ file, field, message }) => `${file} ${field}: ${message}`,
    );
  assert.deepEqual(
    reported([testContentFile('a.md', { id: 'x' }), testContentFile('b.md', { id: 'x' })]),
    [
      'content/b.md id: expected an identity of its own in feeds, got "x", which is that of content/a.md',
    ],
  );
  assert.deepEqual(
    reported([testContentFile('a.md'), testContentFile('b.md', { id: '/2026/01/06/a/' })]),
    [
      'content/b.md id: expected an identity of its own in feeds, got "/2026/01/06/a/", which is that of content/a.md',
    ],
  );
  assert.deepEqual(
    reported([testContentFile('a.md', { id: 'x' }), testContentFile('a.ko.md')]),
    [],
  );
});

test('does not depend on the order of files', () => {
  const contentFiles = ['a.md', 'a.ko.md', 'b.md', 'x/a.md', 'pages/about.md'].map((path) =>
    testContentFile(path, { topics: [path] }),
  );
  const of = (given: readonly ContentFile[]) => {
    const { publication, problems } = create(given);
    return { editions: publication.editions, problems, paths: [...publication.byPath.keys()] };
  };
  assert.deepEqual(of(contentFiles.toReversed()), of(contentFiles));
});

test('reports a page with an address that every edition has', () => {
  const { problems } = create([
    testContentFile('a.ko.md'),
    testContentFile('pages/offline.ko.md'),
  ]);
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      'expected an address of its own, got /ko/offline/, which is that of the list of saved articles of the edition "ko"',
    ],
  );
});

const sections =
  'languages: [en, ko, de]\nsections: [{en: City, ko: 사회, de: Stadt}, {en: World, ko: 국제}]';
const slips: [path: string, section: string, cure: string | undefined][] = [
  ['a.md', 'Cty', 'did you mean `City`?'],
  ['a.md', 'wolrd', 'did you mean `World`?'],
  ['a.ko.md', '국재', 'did you mean `국제`?'],
  ['a.de.md', 'Stad', 'did you mean `Stadt`?'],
  ['a.md', 'Sport', undefined],
];
for (const [path, section, cure] of slips)
  test(`the section ${section} of ${path}: ${cure ?? 'no suggestion'}`, () => {
    const { problems } = create([testContentFile(path, { section })], { yaml: sections });
    assert.deepEqual(
      problems.map((problem) => [problem.field, problem.message, problem.cure]),
      [
        [
          'section',
          `expected one of publication.yaml's sections (City, World), got "${section}"`,
          cure,
        ],
      ],
    );
  });

const undated: readonly [path: string, cure: string][] = [
  ['bridge.md', 'add `date: …`'],
  [
    'bridge.fi.md',
    'add `date: …`; or, for a translation, add fi to `languages` of publication.yaml',
  ],
  [
    'bridge.PT-br.md',
    'add `date: …`; or, for a translation, add pt-BR to `languages` of publication.yaml',
  ],
  // Not a language.
  ['node.js.md', 'add `date: …`'],
  ['v1.2.md', 'add `date: …`'],
  ['.fi.md', 'add `date: …`'],
];
for (const [path, cure] of undated)
  test(`the cure for the missing date of ${path}`, () => {
    const { problems } = create([testContentFile(path, { date: '' })]);
    assert.deepEqual(
      problems.map((problem) => problem.cure),
      [cure],
    );
  });
