import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Copy } from '../../content/article/copy.ts';
import { createPublication } from './create-publication.ts';
import type { Group } from './publication.ts';
import { testCopy, testSettings } from './test-copy.ts';

const now = Date.parse('2026-01-10T12:00:00Z');

function create(
  copies: readonly Copy[],
  { yaml = 'languages: [en, ko]', drafts = false } = {},
) {
  return createPublication(copies, testSettings(yaml), { now, drafts, files: new Set() });
}

test('articles stand newest first, then by slug', () => {
  const { publication } = create([
    testCopy('b.md'),
    testCopy('a.md'),
    testCopy('c.md', { date: '2026-01-07' }),
    testCopy('d.md', { date: '2026-01-06T00:30+09:00' }),
  ]);
  assert.deepEqual(
    publication.editions[0]?.articles.map(({ slug }) => slug),
    ['c', 'a', 'b', 'd'],
  );
});

test('an edition is there where it has an article; the default one always is', () => {
  const languages = (copies: readonly Copy[]) =>
    create(copies).publication.editions.map(({ language }) => language);
  assert.deepEqual(languages([]), ['en']);
  assert.deepEqual(languages([testCopy('a.ko.md')]), ['en', 'ko']);
  assert.deepEqual(languages([testCopy('pages/a.ko.md')]), ['en']);
});

test('drafts and articles of the future are kept back, but for the live preview', () => {
  const copies = [
    testCopy('draft.md', { draft: true }),
    testCopy('future.md', { date: '2026-01-11' }),
    testCopy('today.md', { date: '2026-01-10' }),
    testCopy('minute.md', { date: '2026-01-10T21:01+09:00' }),
  ];
  const { publication, heldBack } = create(copies);
  assert.deepEqual([...publication.byPath.keys()], ['today.md']);
  assert.deepEqual(heldBack.map(({ path }) => path).sort(), [
    'draft.md',
    'future.md',
    'minute.md',
  ]);
  assert.equal(create(copies, { drafts: true }).publication.byPath.size, 4);
});

test('a translation inherits what is no text of its own', () => {
  const { publication } = create([
    testCopy('a.md', { section: 'World', topics: ['China'], translator: 'X', summary: 'S' }),
    testCopy('a.ko.md', { date: '' }),
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

test('sections stand in the order of the menu, topics by slug', () => {
  const { publication } = create(
    [
      testCopy('a.md', { section: 'Arts', topics: ['Zoo', 'Art'] }),
      testCopy('b.md', { section: '세계', topics: ['zoo'] }),
    ],
    { yaml: 'languages: [en, ko]\nsections: [{en: World, ko: 세계}, Arts]' },
  );
  const [edition] = publication.editions;
  const shown = (groups: readonly Group[] = []) =>
    groups.map(({ slug, articles }) => `${slug} ${articles.length}`);
  assert.deepEqual(shown(edition?.sections), ['world 1', 'arts 1']);
  assert.deepEqual(shown(edition?.topics), ['art 1', 'zoo 2']);
});

test('a listed topic is one under all its names; its default name is its address', () => {
  const { publication, problems } = create(
    [
      testCopy('a.md', { topics: ['ferries', 'Tides'] }),
      testCopy('b.md', { topics: ['여객선', 'Ferries'] }),
      testCopy('c.ko.md', { topics: ['Ferries', '여객선'] }),
      testCopy('a.ko.md', {}),
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

test('a listed name means what it means in the language of the article that has it', () => {
  const yaml =
    'languages: [en, de]\nsections: [{en: Rat}, {en: Council, de: Rat}]\ntopics: [{en: Gift}, {en: Poison, de: Gift}]';
  const fields = { section: 'Rat', topics: ['Gift'] };
  const languages = ['en', 'de'];
  const { publication } = create(
    [
      testCopy('a.md', fields),
      testCopy('a.de.md', {}, languages),
      testCopy('b.de.md', fields, languages),
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

test('a section whose name can be no address is a problem', () => {
  const { problems } = create([testCopy('a.md', { section: '..' })]);
  assert.deepEqual(
    problems.map(({ field, expected }) => [field, expected]),
    [['section', 'a section with letters or digits']],
  );
});

test('a listed topic without a name in a language of the site has an address', () => {
  const { publication } = create([testCopy('a.md', { topics: ['Fähren'] })], {
    yaml: 'languages: [en]\ntopics: [{de: Fähren}]',
  });
  assert.deepEqual(
    publication.editions[0]?.topics.map(({ slug }) => slug),
    ['fähren'],
  );
});

const collisions: readonly [name: string, copies: readonly Copy[]][] = [
  ['two articles', [testCopy('x/a.md'), testCopy('y/a.md')]],
  ['names that differ in case', [testCopy('x/a.md'), testCopy('y/A.md')]],
  [
    'an article and an alias',
    [testCopy('a.md'), testCopy('b.md', { aliases: ['/2026/01/06/a'] })],
  ],
  [
    'two aliases',
    [testCopy('a.md', { aliases: ['/x'] }), testCopy('b.md', { aliases: ['/x/'] })],
  ],
  ['a page and a list', [testCopy('pages/page.md')]],
  ['a page and a feed', [testCopy('pages/feed.xml.md'), testCopy('a.md')]],
  [
    "an alias and a section's feed",
    [testCopy('a.md', { section: 'Arts', aliases: ['/section/arts/atom.xml'] })],
  ],
  ['an alias and a file of the site', [testCopy('a.md', { aliases: ['/robots.txt'] })]],
  ['an alias and a sitemap', [testCopy('a.md', { aliases: ['/sitemap-2031.xml'] })]],
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
  ].map((alias): [name: string, copies: readonly Copy[]] => [
    `an alias ${alias} and what the site has in its way`,
    [testCopy('a.md', { aliases: [alias] }), testCopy('a.ko.md')],
  ]),
  [
    "an alias below an article's Markdown",
    [testCopy('a.md', { aliases: ['/2026/01/06/a.md/x/'] })],
  ],
  [
    'an alias below the file of another',
    [testCopy('a.md', { aliases: ['/x.html', '/x.html/y/'] })],
  ],
  [
    'an alias that is a folder of another',
    [testCopy('a.md', { aliases: ['/x.html/y/', '/x.html'] })],
  ],
  ["an article and another's Markdown", [testCopy('x/a.md'), testCopy('y/a.md.md')]],
  ['a page and an edition', [testCopy('pages/ko.md'), testCopy('a.ko.md')]],
];

for (const [name, copies] of collisions) {
  test(`one address for ${name} is a problem`, () => {
    const { problems } = create(copies);
    assert.deepEqual(
      problems.map(({ expected }) => expected),
      ['an address of its own'],
    );
  });
}

test('addresses that are not in the way of each other are free', () => {
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
  const { problems } = create([testCopy('a.md', { aliases }), testCopy('pages/about.md')]);
  assert.deepEqual(problems, []);
});

test('an alias that is written twice in one article is one', () => {
  const { problems, publication } = create([
    testCopy('a.md', { aliases: ['/x', '/y/', '/x/', '/y/'] }),
  ]);
  assert.deepEqual(problems, []);
  assert.deepEqual(publication.byPath.get('a.md')?.aliases, ['/x/', '/y/']);
});

test('an address that is taken is told where it is written', () => {
  const copy = testCopy('a.md', { aliases: ['/x/', '/sw.js'], slug: 'feed.xml' });
  const places = { aliases: [4, 10], 'aliases.1': [4, 15] } as const;
  const { problems } = create([{ ...copy, places }]);
  assert.deepEqual(
    problems.map(({ line, column, field, cure }) => ({ line, column, field, cure })),
    [{ line: 4, column: 15, field: 'aliases.1', cure: 'remove it' }],
  );
});

test('without Markdown copies their addresses are free', () => {
  const copies = [testCopy('x/a.md'), testCopy('y/a.md.md')];
  const { problems } = create(copies, { yaml: 'languages: [en]\nextras: [card]' });
  assert.deepEqual(problems, []);
});

test('one identity for two articles is a problem that names both', () => {
  const told = (copies: readonly Copy[]) =>
    create(copies).problems.map(({ file, field, got }) => `${file} ${field} ${got}`);
  assert.deepEqual(told([testCopy('a.md', { id: 'x' }), testCopy('b.md', { id: 'x' })]), [
    'content/b.md id "x", which is that of content/a.md',
  ]);
  assert.deepEqual(told([testCopy('a.md'), testCopy('b.md', { id: '/2026/01/06/a/' })]), [
    'content/b.md id "/2026/01/06/a/", which is that of content/a.md',
  ]);
  assert.deepEqual(told([testCopy('a.md', { id: 'x' }), testCopy('a.ko.md')]), []);
});

test('the order of the files makes no difference', () => {
  const copies = ['a.md', 'a.ko.md', 'b.md', 'x/a.md', 'pages/about.md'].map((path) =>
    testCopy(path, { topics: [path] }),
  );
  const of = (given: readonly Copy[]) => {
    const { publication, problems } = create(given);
    return { editions: publication.editions, problems, paths: [...publication.byPath.keys()] };
  };
  assert.deepEqual(of(copies.toReversed()), of(copies));
});

test('a page cannot take the address of what every edition has', () => {
  const { problems } = create([testCopy('a.ko.md'), testCopy('pages/offline.ko.md')]);
  assert.deepEqual(
    problems.map(({ got }) => got),
    ['/ko/offline/, which is that of a list of the edition "ko"'],
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
  test(`the section ${section} of ${path}: ${cure ?? 'nothing is near'}`, () => {
    const { problems } = create([testCopy(path, { section })], { yaml: sections });
    assert.deepEqual(
      problems.map((problem) => [problem.field, problem.expected, problem.cure]),
      [['section', "one of publication.yaml's sections (City, World)", cure]],
    );
  });
