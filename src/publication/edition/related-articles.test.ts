import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rounds } from '../../../tests/support/rounds.ts';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import type { ContentFile } from '../../content/article/content-file.ts';
import { createPublication } from './create-publication.ts';
import { relatedArticles } from './related-articles.ts';

const now = Date.parse('2026-01-31T12:00:00Z');

/** `x 20 A B`: the article `x` of 20 January 2026, with the topics A and B. */
function article(
  line: string,
  fields: Parameters<typeof testContentFile>[1] = {},
): ContentFile {
  const [name = '', day = '', ...topics] = line.split(' ');
  return testContentFile(`${name}.md`, { date: `2026-01-${day}`, topics, ...fields });
}

/** The related articles of `of`, by their slugs. */
function related(contentFiles: readonly ContentFile[], of = 'x', shown?: string): string {
  const { publication } = createPublication(contentFiles, testSettings('languages: [en, ko]'), {
    now,
    drafts: false,
    files: new Set(),
  });
  const [edition] = publication.editions;
  const find = (slug?: string) => edition?.articles.find((item) => item.slug === slug);
  const own = find(of);
  assert.ok(edition && own);
  const first = relatedArticles(edition, own, find(shown));
  assert.deepEqual(relatedArticles(edition, own, find(shown)), first, 'asked twice');
  return first.map(({ slug }) => slug).join(' ');
}

const cases: readonly [name: string, lines: readonly string[], slugs: string][] = [
  ['no topics: none', ['x 20', 'a 19'], ''],
  ['no shared topics: none', ['x 20 A', 'a 19 B', 'b 18'], ''],
  ['alone in its topic: none, not even itself', ['x 20 A'], ''],
  ['the newest of those older', ['x 20 A', 'a 16 A', 'b 19 A', 'c 17 A', 'd 18 A'], 'b d c'],
  [
    'more shared topics before newer ones',
    ['x 20 A B C', 'a 19 A', 'b 18 A', 'c 17 B A', 'd 16 C A B', 'e 15 C B'],
    'd c e',
  ],
  ['by slug where all else is the same', ['x 20 A', 'c 19 A', 'a 19 A', 'b 19 A'], 'a b c'],
  ['none twice, for all the topics it shares', ['x 20 A B', 'a 19 A B', 'b 18 B A'], 'a b'],
  ['a topic written twice counts once', ['x 20 A B', 'a 19 A', 'b 18 B b'], 'a b'],
  ['nothing newer, nothing of the same day', ['x 20 A', 'a 21 A', 'b 20 A', 'y 20 A'], ''],
];

for (const [name, lines, slugs] of cases) {
  test(`related are ${name}`, () => {
    assert.equal(related(lines.map((line) => article(line))), slugs);
  });
}

test('replaces articles that the page already shows', () => {
  const contentFiles = ['x 20 A', 'a 19 A', 'b 18 A', 'c 17 A', 'd 16 A'].map((line) =>
    article(line),
  );
  assert.equal(related(contentFiles, 'x', 'b'), 'a c d');
});

test('ignores articles of the same day or later', () => {
  const contentFiles = ['x 20 A B', 'a 19 A', 'b 18 A B'].map((line) => article(line));
  const later = ['a0 20 A B', 'z 20 A B', 'n 21 A B', 'm 30 A B'].map((line) => article(line));
  assert.equal(related([...contentFiles, ...later]), related(contentFiles));
});

test('ignores translations and unpublished articles', () => {
  const contentFiles = [
    article('x 20 A'),
    article('a 19 A'),
    testContentFile('a.ko.md', { date: '' }),
    testContentFile('only.ko.md', { date: '2026-01-18', topics: ['A'] }),
    article('b 18 A', { draft: true }),
    article('x2 31 A'),
    testContentFile('c.md', { date: '2026-02-01', topics: ['A'] }),
  ];
  assert.equal(related(contentFiles), 'a');
  assert.equal(related(contentFiles, 'x2'), 'x a');
});

test('considers 200 articles of each topic', () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    testContentFile(`a${index}.md`, { date: '2026-01-10', topics: ['A'] }),
  );
  const far = [article('beyond 09 A B'), article('rare 01 A B C')];
  const contentFiles = [article('x 20 A C'), ...many, ...far];
  assert.equal(related(contentFiles).split(' ')[0], 'rare');
  assert.equal(related([article('x 20 A B'), ...many, ...far]), 'beyond rare a0');
  assert.equal(related([article('x 20 A'), ...many.slice(199), ...far]).split(' ').length, 3);
  const newer = many.map((_, index) => article(`n${index} 30 A C`));
  assert.equal(related([...contentFiles, ...newer]), related(contentFiles));
});

test('handles thousands of articles on three topics in seconds', () => {
  const count = rounds(4000, 10_000);
  const contentFiles = Array.from({ length: count }, (_, index) =>
    testContentFile(`a${index}.md`, {
      date: new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
      topics: ['A', 'B', index % 7 === 0 ? 'D' : 'C'],
    }),
  );
  const { publication } = createPublication(contentFiles, testSettings(), {
    now,
    drafts: false,
    files: new Set(),
  });
  const [edition] = publication.editions;
  assert.ok(edition);
  const start = performance.now();
  for (const item of edition.articles) relatedArticles(edition, item);
  const time = performance.now() - start;
  assert.ok(time < count / 2, `${time} ms`);
});
