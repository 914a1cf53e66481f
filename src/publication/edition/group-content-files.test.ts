import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile } from '../../../tests/support/test-content-file.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { groupContentFiles } from './group-content-files.ts';

const languages = ['en', 'ko', 'zh-Hans'];

const cases: readonly [paths: readonly string[], groups: readonly string[]][] = [
  [[], []],
  [
    ['a.md', 'b.md'],
    ['a.md: a.md', 'b.md: b.md'],
  ],
  [['a.ko.md', 'a.md', 'a.zh-Hans.md'], ['a.md: a.md a.ko.md a.zh-Hans.md']],
  [['a.zh-Hans.md', 'a.ko.md'], ['a.ko.md: a.ko.md a.zh-Hans.md']],
  [
    ['x/a.md', 'y/a.ko.md'],
    ['x/a.md: x/a.md', 'y/a.ko.md: y/a.ko.md'],
  ],
  [['a/index.ko.md', 'a/index.md'], ['a/index.md: a/index.md a/index.ko.md']],
  [['a/index.md', 'a.ko.md'], ['a/index.md: a/index.md a.ko.md']],
];

for (const [paths, groups] of cases) {
  for (const given of [paths, paths.toReversed()]) {
    test(`[${given}] are grouped as [${groups}]`, () => {
      const grouped = groupContentFiles(
        given.map((path) => testContentFile(path)),
        languages,
      );
      assert.deepEqual(grouped.problems, []);
      assert.deepEqual(
        grouped.groups
          .map(
            ({ original, contentFiles }) =>
              `${original.path}: ${contentFiles.map(({ path }) => path).join(' ')}`,
          )
          .sort(),
        groups,
      );
    });
  }
}

test('reports two files in one language and keeps the first by path', () => {
  const contentFiles = ['a/index.md', 'a.md'].map((path) => testContentFile(path));
  const { groups, problems } = groupContentFiles(contentFiles, languages);
  assert.deepEqual(
    groups.map((group) => group.contentFiles.map(({ path }) => path)),
    [['a.md']],
  );
  assert.deepEqual(problems.map(formatProblem), [
    'content/a/index.md:1:1  lang: expected one file for each language, got a second one in en, beside content/a.md; rename one of the two files',
  ]);
});
