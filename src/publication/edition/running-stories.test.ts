import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { testView } from '../../../tests/support/test-view.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { createArticlePage } from '../view/article-page.ts';
import { createPublication } from './create-publication.ts';

const summit = testContentFile('stories/summit.md', { title: 'The summit', date: '' });
const korean = testContentFile('stories/summit.ko.md', { title: '정상 회담', date: '' });
const part = (path: string, day: string, story?: string) =>
  testContentFile(path, { title: path, date: `2026-01-${day}`, ...(story ? { story } : {}) });

function create(files: readonly ContentFile[]) {
  return createPublication(files, testSettings('name: Daily\nlanguages: [en, ko]'), {
    ...{ now: Date.parse('2026-02-01'), drafts: false },
    files: new Set(),
  });
}

/** The line and the links of an article: `Part 2 of X | previous < > next`. */
function shown(files: readonly ContentFile[], path: string): string {
  const { publication } = create(files);
  const { context, collector } = testView({ publication });
  const story = publication.byPath.get(path);
  assert.ok(story);
  const { series, neighbours } = createArticlePage(context, collector.storyOf(story));
  const links = neighbours.map(({ rel, text }) => `${rel} ${text}`).join(', ');
  return `${series?.map(({ text }) => text).join('')} | ${links}`;
}

const named = [
  ...[summit, korean, part('b.md', '02', 'summit'), part('a.md', '02', 'The Summit')],
  ...[
    part('c.md', '03', '정상 회담'),
    part('d.md', '04'),
    testContentFile('c.ko.md', { date: '' }),
  ],
];

const lines: readonly [files: readonly ContentFile[], path: string, line: string][] = [
  // By day, then by slug.
  [named, 'a.md', 'Part 1 of The summit | next b.md'],
  [named, 'b.md', 'Part 2 of The summit | prev a.md, next c.md'],
  [named, 'c.md', 'Part 3 of The summit | prev b.md'],
  // Outside the story, neighbours are those of the edition.
  [named, 'd.md', 'undefined | prev c.md'],
  // A story of one part.
  [named, 'c.ko.md', '정상 회담 | '],
  [[part('a.md', '02', 'Harbour')], 'a.md', 'undefined | '],
  [
    [part('a.md', '02', 'Harbour'), part('b.md', '03', 'harbour')],
    'b.md',
    'Part 2 of Harbour | prev a.md',
  ],
];
for (const [files, path, line] of lines)
  test(`${path} of ${files.length} files prints "${line}"`, () => {
    assert.equal(shown(files, path), line);
  });

test('an edition lists running stories with and without files', () => {
  const { publication, problems } = create([...named, part('e.md', '05', 'Harbour')]);
  assert.deepEqual(
    publication.editions.map(({ runningStories }) =>
      runningStories.map(({ slug, file, articles }) => [slug, file?.path, articles.length]),
    ),
    [
      [
        ['harbour', undefined, 1],
        ['summit', 'stories/summit.md', 3],
      ],
      [['summit', 'stories/summit.ko.md', 1]],
    ],
  );
  for (const address of ['/story/', '/story/harbour/', '/story/summit/', '/ko/story/summit/'])
    assert.ok(publication.addresses.has(address), address);
  assert.deepEqual(problems.map(formatProblem), [
    'content/e.md:1:1  warning: story: expected a running story of stories/, got "Harbour"; it has a page with its articles only; add a file to stories/',
  ]);
});

test('an unknown story is a warning with the nearest name', () => {
  assert.deepEqual(create([summit, part('a.md', '02', 'sumit')]).problems.map(formatProblem), [
    'content/a.md:1:1  warning: story: expected a running story of stories/, got "sumit"; did you mean `summit`?',
  ]);
});

test('two running stories with one title in one language are a warning', () => {
  const file = (path: string, title: string) => testContentFile(path, { title });
  const { problems } = create([
    file('stories/a.md', 'The bridge'),
    file('stories/b.md', 'The Bridge'),
    file('stories/a.ko.md', 'The bridge'),
  ]);
  assert.deepEqual(problems.map(formatProblem), [
    'content/stories/b.md:1:1  warning: title: expected a title of one running story, got "The Bridge", which is also that of content/stories/a.md; articles that name the title belong to that one; add a word to one of the two',
  ]);
});

test('a new part changes the pages of its story and its predecessor, and of no other part', () => {
  const inputs = (files: readonly ContentFile[]) => {
    const { publication } = create(files);
    const { collector } = testView({ publication });
    return new Map(
      [...publication.byPath.values()].map((story) => [
        story.path,
        JSON.stringify(collector.storyOf(story)),
      ]),
    );
  };
  const parts = ['01', '02', '03', '04'].map((day) => part(`p${day}.md`, day, 'summit'));
  const before = inputs([summit, ...parts]);
  const after = inputs([summit, ...parts, part('p05.md', '05', 'summit')]);
  const changed = [...before.keys()].filter((path) => before.get(path) !== after.get(path));
  assert.deepEqual(changed, ['p04.md', 'stories/summit.md']);
});
