import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testContentFile, testSettings } from '../../../tests/support/test-content-file.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import { createPublication } from './create-publication.ts';

function problemsOf(...topics: readonly (readonly string[])[]): string[] {
  const contentFiles = topics.map((names, index) =>
    testContentFile(`a${index}.md`, { date: `2026-01-0${index + 1}`, topics: [...names] }),
  );
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  return createPublication(contentFiles, testSettings(), options).problems.map(formatProblem);
}

test('topics that differ in signs have different pages', () => {
  assert.deepEqual(problemsOf(['C', 'C++', 'C#', '.NET', 'Net', '50', '50%']), []);
});

test('merges spellings of one topic', () => {
  assert.deepEqual(problemsOf(['North Korea'], ['north-korea'], ['NORTH  KOREA']), []);
  assert.deepEqual(problemsOf(['İzmir'], ['izmir']), []);
});

test('lists a topic once per article in any spelling', () => {
  const file = testContentFile('a.md', {
    date: '2026-01-01',
    topics: ['Été', 'Été'.normalize('NFD'), 'ÉTÉ', 'Q&A', 'Q/A'],
  });
  const options = { now: Date.parse('2026-02-01'), drafts: false, files: new Set<string>() };
  const { publication } = createPublication([file], testSettings(), options);
  assert.deepEqual(
    publication?.editions[0]?.articles[0]?.topics.map(({ names }) => names['']),
    ['Été', 'Q&A', 'Q/A'],
  );
});

test('warns once about different topics with one address', () => {
  assert.deepEqual(problemsOf(['Q A'], ['Q&A'], ['Q&A']), [
    'content/a1.md:1:1  warning: topics: expected a name with an address of its own, got "Q&A"; it shares /topic/q-a/ with "Q A" of content/a0.md; write both alike, or tell them apart in words',
  ]);
});

test('warns about a topic without letters or digits', () => {
  assert.deepEqual(problemsOf(['!!!', 'Quay']), [
    'content/a0.md:1:1  warning: topics: expected a topic with letters or digits, got "!!!"; it can have no page and is left out; write it in words',
  ]);
});
