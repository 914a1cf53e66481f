import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentFileName, parseContentFileName } from './content-file-name.ts';

const languages = ['en', 'ko', 'zh-Hans'];

const cases: readonly [path: string, name: ContentFileName][] = [
  ['lee.md', { kind: 'article', group: 'lee', slug: 'lee' }],
  ['lee.MD', { kind: 'article', group: 'lee', slug: 'lee' }],
  ['world/lee.md', { kind: 'article', group: 'world/lee', slug: 'lee' }],
  ['lee.ko.md', { kind: 'article', group: 'lee', slug: 'lee', language: 'ko' }],
  ['lee.zh-hans.md', { kind: 'article', group: 'lee', slug: 'lee', language: 'zh-Hans' }],
  ['lee.fr.md', { kind: 'article', group: 'lee.fr', slug: 'lee.fr' }],
  ['version.2.md', { kind: 'article', group: 'version.2', slug: 'version.2' }],
  ['ko.md', { kind: 'article', group: 'ko', slug: 'ko' }],
  ['lee/index.md', { kind: 'article', group: 'lee', slug: 'lee' }],
  ['lee/index.ko.md', { kind: 'article', group: 'lee', slug: 'lee', language: 'ko' }],
  ['world/lee/index.md', { kind: 'article', group: 'world/lee', slug: 'lee' }],
  ['index.md', { kind: 'article', group: 'index', slug: 'index' }],
  [
    '2026-01-06-lee.md',
    { kind: 'article', group: '2026-01-06-lee', slug: 'lee', day: '2026-01-06' },
  ],
  [
    '2026-01-06-lee.ko.md',
    {
      kind: 'article',
      group: '2026-01-06-lee',
      slug: 'lee',
      language: 'ko',
      day: '2026-01-06',
    },
  ],
  ['2026-01-06.md', { kind: 'article', group: '2026-01-06', slug: '2026-01-06' }],
  ['Two words!.md', { kind: 'article', group: 'Two words!', slug: 'Two-words' }],
  ['서울.ko.md', { kind: 'article', group: '서울', slug: '서울', language: 'ko' }],
  ['서울.md'.normalize('NFD'), { kind: 'article', group: '서울', slug: '서울' }],
  ['pages/about.md', { kind: 'page', group: 'pages/about', slug: 'about' }],
  ['pages/about.ko.md', { kind: 'page', group: 'pages/about', slug: 'about', language: 'ko' }],
  ['pages/us/team.md', { kind: 'page', group: 'pages/us/team', slug: 'us/team' }],
  ['pages/about/index.md', { kind: 'page', group: 'pages/about', slug: 'about' }],
  [
    'pages/2026-01-06-x.md',
    { kind: 'page', group: 'pages/2026-01-06-x', slug: '2026-01-06-x' },
  ],
  ['people/lee.md', { kind: 'person', group: 'people/lee', slug: 'lee' }],
  [
    'people/desk/lee.ko.md',
    { kind: 'person', group: 'people/desk/lee', slug: 'lee', language: 'ko' },
  ],
  ['people/lee/index.md', { kind: 'person', group: 'people/lee', slug: 'lee' }],
  ['stories/summit.md', { kind: 'running-story', group: 'stories/summit', slug: 'summit' }],
  [
    'stories/2026-01-06-x.md',
    { kind: 'running-story', group: 'stories/2026-01-06-x', slug: '2026-01-06-x' },
  ],
  ['stories.md', { kind: 'article', group: 'stories', slug: 'stories' }],
  ['world/people/lee.md', { kind: 'article', group: 'world/people/lee', slug: 'lee' }],
  ['pages.md', { kind: 'article', group: 'pages', slug: 'pages' }],
];

for (const [path, name] of cases) {
  test(`${path} names ${name.kind} "${name.slug}"`, () => {
    assert.deepEqual(parseContentFileName(path, languages), name);
  });
}

test('front matter may say that a file of such a folder is an article', () => {
  assert.deepEqual(parseContentFileName('people/2026-01-06-lee.ko.md', languages, 'article'), {
    kind: 'article',
    group: 'people/2026-01-06-lee',
    slug: 'lee',
    language: 'ko',
    day: '2026-01-06',
  });
});
