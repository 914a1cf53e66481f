import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { createPublication } from './create-publication.ts';
import { authorOf } from './people.ts';

const person = (path: string, name: string, aka: string[] = []) =>
  testContentFile(path, { name, aka, date: '' });
const jane = person('people/jane.md', 'Jane Roe', ['J. Roe']);
const korean = person('people/jane.ko.md', '제인 로');
const by = (path: string, ...names: string[]) =>
  testContentFile(path, { authors: names.map((name) => ({ name })) });

function create(files: readonly ContentFile[]) {
  const settings = testSettings('name: {en: The Daily, ko: 데일리}\nlanguages: [en, ko, fr]');
  return createPublication(files, settings, {
    ...{ now: Date.parse('2026-02-01'), drafts: false },
    files: new Set(),
  });
}

test('the draft of a person or a running story leaves the list that it will replace as it is', () => {
  const files = [
    by('a.md', 'Kim Lee'),
    testContentFile('b.md', { story: 'fish-talks' }),
    testContentFile('people/kim-lee.md', { name: 'Kim Lee', date: '', draft: true }),
    testContentFile('stories/fish-talks.md', { title: 'Fish talks', date: '', draft: true }),
  ];
  const { problems, publication } = create(files);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error').map(formatProblem),
    [],
  );
  assert.deepEqual(
    publication.editions[0]?.authors.map(({ slug }) => slug),
    ['kim-lee'],
  );
});

const names: readonly [written: string, language: string, slug?: string, printed?: string][] = [
  ['Jane Roe', 'en', 'jane', 'Jane Roe'],
  ['JANE  ROE', 'en', 'jane', 'JANE  ROE'],
  ['Jane\u00a0Roe', 'en', 'jane', 'Jane\u00a0Roe'],
  ['Ｊａｎｅ Roe', 'en', 'jane', 'Ｊａｎｅ Roe'],
  ['J Roe', 'en', 'jane', 'J Roe'],
  ['jane', 'en', 'jane', 'Jane Roe'],
  ['jane', 'ko', 'jane', '제인 로'],
  ['Jane Roe', 'ko', 'jane', '제인 로'],
  ['제인 로'.normalize('NFD'), 'ko', 'jane', '제인 로'.normalize('NFD')],
  ['제인 로', 'en', 'jane', 'Jane Roe'],
  ['Jane Roe', 'fr', 'jane', 'Jane Roe'],
  ['Reuters', 'en', 'reuters', 'Reuters'],
  ['J.R. Kim', 'en', 'j-r-kim', 'J.R. Kim'],
  ['The Daily', 'en'],
  ['데일리', 'en'],
  ['***', 'en'],
  ['x'.repeat(300), 'en'],
];
for (const [written, language, slug, printed] of names)
  test(`the byline "${written.slice(0, 20)}" in ${language} means ${slug ?? 'nobody'}`, () => {
    const { people } = create([jane, korean]).publication;
    const author = authorOf(people, written, language);
    assert.deepEqual([author?.slug, author?.name], [slug, printed]);
  });

test('the name of the publication means the person who has a file with it', () => {
  const { people } = create([person('people/daily.md', 'The Daily')]).publication;
  assert.equal(authorOf(people, 'the daily', 'en')?.slug, 'daily');
  assert.equal(authorOf(people, '데일리', 'en'), undefined);
});

test('an edition lists everybody with an article or a file', () => {
  const { publication, problems } = create([
    ...[jane, korean, person('people/omar.md', 'Omar Diaz')],
    by('a.md', 'J. Roe', 'Reuters'),
    by('b.md', 'Jane Roe', 'Reuters'),
    by('c.md', 'The Daily'),
    testContentFile('a.ko.md', { date: '' }),
  ]);
  assert.deepEqual(problems, []);
  const listed = publication.editions.map(({ authors }) =>
    authors.map(({ slug, names, articles, file }) => [
      ...[slug, names[''] ?? Object.values(names)[0], articles.length, file?.path],
    ]),
  );
  assert.deepEqual(listed, [
    [
      ['jane', 'Jane Roe', 2, 'people/jane.md'],
      ['omar', 'Omar Diaz', 0, 'people/omar.md'],
      ['reuters', 'Reuters', 2, undefined],
    ],
    [
      ['jane', '제인 로', 1, 'people/jane.ko.md'],
      ['reuters', 'Reuters', 1, undefined],
    ],
  ]);
});

test('a person may also be a topic and a section', () => {
  const { problems, publication } = create([
    jane,
    testContentFile('a.md', {
      ...{ authors: [{ name: 'Jane Roe' }], topics: ['Jane Roe'], section: 'Jane Roe' },
    }),
  ]);
  assert.deepEqual(problems, []);
  for (const address of ['/author/jane/', '/topic/jane-roe/', '/section/jane-roe/'])
    assert.ok(publication.addresses.has(address), address);
});

const faults: readonly [what: string, files: readonly ContentFile[], line: string][] = [
  [
    'two people with one name',
    [jane, person('people/roe.md', 'jane roe')],
    'content/people/roe.md:1:1  name: expected a name of one person, got "jane roe", which is also a name in content/people/jane.md; bylines cannot tell the two apart; add a word to one of the names',
  ],
  [
    'another name of somebody else',
    [jane, person('people/roe.md', 'Rita Roe', ['J Roe'])],
    'content/people/roe.md:1:1  aka: expected a name of one person, got "J Roe", which is also a name in content/people/jane.md; bylines cannot tell the two apart; add a word to one of the names',
  ],
  [
    'a name that is nearly known',
    [jane, korean, by('a.md', 'Jane Ro')],
    'content/a.md:1:1  warning: authors: expected the name of somebody in people/, got "Jane Ro"; did you mean "Jane Roe" of content/people/jane.md? If this is somebody else, give them a file too',
  ],
  [
    'an author without a file at the address of somebody else',
    [person('people/reuters.md', 'Rita Reuters'), by('a.md', 'Reuters')],
    'content/a.md:1:1  authors: expected an author with a page of their own, got "Reuters", whose page would be that of content/people/reuters.md; add the name to `aka:` of that file, or give the file another `slug:`',
  ],
];
for (const [what, files, line] of faults)
  test(`reports ${what}`, () => {
    assert.deepEqual(create(files).problems.map(formatProblem), [line]);
  });
