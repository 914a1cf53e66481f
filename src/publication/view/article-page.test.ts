import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { printed, testView } from '../../../tests/support/test-view.ts';
import { createPublication } from '../edition/create-publication.ts';
import { type ArticlePage, createArticlePage } from './article-page.ts';

const languages = ['en', 'ko', 'ar', 'fi'];
const files = [
  testContentFile('new.md', {
    title: 'New',
    date: '2026-01-09T18:30+09:00',
    topics: ['A', 'B'],
    authors: [
      { name: 'Lena Park' },
      { name: 'Omar Diaz', url: 'https://elsewhere.example/omar' },
    ],
  }),
  testContentFile('previous.md', { title: 'Previous', date: '2026-01-08', topics: ['A', 'B'] }),
  testContentFile('middle.md', { title: 'Middle', date: '2026-01-07', topics: ['B'] }),
  testContentFile('old.md', {
    title: 'Old',
    date: '2026-01-06T01:00+09:00',
    topics: ['A', 'B'],
  }),
  testContentFile('new.ko.md', { date: '', translator: '박서준' }, languages),
  testContentFile('old.ko.md', { title: '옛', date: '' }, languages),
  testContentFile('middle.ko.md', { title: '중간', date: '' }, languages),
  testContentFile('a.ar.md', { topics: ['C++'] }, languages),
  testContentFile('a.fi.md', {}, languages),
  testContentFile('pages/about.md'),
].map((file) =>
  file.path === 'new.md'
    ? { ...file, body: { ...file.body, length: { words: 684, minutes: 3 } } }
    : file,
);

function page(path: string): ArticlePage {
  const settings = testSettings(`languages: [${languages}]\ntimeZone: Asia/Seoul`);
  const now = Date.parse('2026-01-31');
  const options = { now, drafts: false, files: new Set<string>() };
  const { publication } = createPublication(files, settings, options);
  const { context, collector } = testView({ publication, basePath: '/base/' });
  const story = publication.byPath.get(path);
  assert.ok(story, path);
  return printed(createArticlePage(context, collector.storyOf(story)));
}

test('related articles are links with a day, without the previous article', () => {
  assert.deepEqual(page('new.md').related, {
    title: 'More on this',
    links: [
      {
        text: 'Old',
        href: '/base/2026/01/06/old/',
        date: { machine: '2026-01-06T01:00+09:00', text: '6 January 2026' },
      },
      {
        text: 'Middle',
        href: '/base/2026/01/07/middle/',
        date: { machine: '2026-01-07', text: '7 January 2026' },
      },
    ],
  });
});

const related: readonly [path: string, headlines: readonly string[] | undefined][] = [
  ['new.ko.md', ['옛']],
  ['middle.md', undefined],
  ['old.md', undefined],
  ['a.ar.md', undefined],
  ['pages/about.md', undefined],
];

for (const [path, headlines] of related) {
  test(`${path} is related to ${headlines ?? 'nothing'}`, () => {
    assert.deepEqual(
      page(path).related?.links.map(({ text }) => text),
      headlines,
    );
  });
}

const readingTimes: readonly [path: string, text: string | undefined][] = [
  ['new.md', '3-minute read'],
  ['new.ko.md', '읽는 데 약 1분'],
  ['pages/about.md', undefined],
];

for (const [path, text] of readingTimes) {
  test(`the reading time of ${path} is ${text ?? 'not printed'}`, () => {
    assert.equal(page(path).readingTime, text);
  });
}

const ages = [
  { path: 'new.md', day: '2026-01-09', forms: 2 },
  { path: 'new.ko.md', day: '2026-01-09', forms: 1 },
  { path: 'a.ar.md', day: '2026-01-06', forms: 6 },
  { path: 'a.fi.md', day: '2026-01-06', forms: 2 },
];

for (const { path, day, forms } of ages) {
  test(`the notice on the age of ${path} has ${forms} plural forms`, () => {
    const { age } = page(path);
    assert.ok(age);
    const { notices, ...others } = age;
    assert.deepEqual(others, { day, timeZone: 'Asia/Seoul' });
    assert.equal(notices.split('\n').length, forms);
  });
}

test('a standing page has no age', () => {
  assert.equal(page('pages/about.md').age, undefined);
});

test('marks the names of authors and translators', () => {
  const { byline, translator } = page('new.ko.md');
  assert.deepEqual(byline, [
    { text: '글 ' },
    { text: 'Lena Park', href: '/base/ko/author/lena-park/', rel: 'author', isName: true },
    { text: '·' },
    { text: 'Omar Diaz', href: '/base/ko/author/omar-diaz/', rel: 'author', isName: true },
  ]);
  assert.deepEqual(translator, [{ text: '번역 ' }, { text: '박서준', isName: true }]);
});

test('an article can be cited, a standing page only shared', () => {
  assert.deepEqual(page('new.md').share, { share: 'Share', qrCode: 'QR code', cite: 'Cite' });
  assert.deepEqual(page('pages/about.md').share, { share: 'Share', qrCode: 'QR code' });
});

test('isolates topics in an article that runs right to left', () => {
  assert.deepEqual(
    page('a.ar.md').topics?.links.map(({ text, isolate }) => [text, isolate]),
    [['C++', true]],
  );
  assert.deepEqual(
    page('new.md').topics?.links.map(({ text, isolate }) => [text, isolate]),
    [
      ['A', undefined],
      ['B', undefined],
    ],
  );
});
