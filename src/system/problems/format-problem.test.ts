import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblem, quote, sortProblems } from './format-problem.ts';
import { missingValue, type Problem, wrongValue } from './problem.ts';

const problem: Problem = {
  severity: 'error',
  file: 'content/bridge.md',
  line: 4,
  column: 7,
  field: 'date',
  message: wrongValue('a date', '"3/4/26"'),
};

test('a problem is one line: place, field, message, cure', () => {
  const line = 'content/bridge.md:4:7  date: expected a date, got "3/4/26"';
  assert.equal(formatProblem(problem), line);
  assert.equal(formatProblem({ ...problem, cure: 'add one' }), `${line}; add one`);
});

test('formats the message for an absent value', () => {
  assert.equal(
    formatProblem({ ...problem, message: 'missing', cure: 'add one' }),
    'content/bridge.md:4:7  date: missing; add one',
  );
  assert.equal(missingValue('a date'), 'missing; expected a date');
});

test('marks a warning', () => {
  assert.equal(
    formatProblem({ ...problem, severity: 'warning' }),
    'content/bridge.md:4:7  warning: date: expected a date, got "3/4/26"',
  );
});

const quotes: readonly [text: string, quoted: string][] = [
  ['plain', '"plain"'],
  ['', '""'],
  ['  two\n lines ', '"two lines"'],
  ['say "no"', '"say \\"no\\""'],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), `"${'x'.repeat(59)}…"`],
  ['🙂'.repeat(61), `"${'🙂'.repeat(59)}…"`],
];

for (const [text, quoted] of quotes) {
  test(`${JSON.stringify(text.slice(0, 12))} (${text.length}) is quoted on one line`, () => {
    assert.equal(quote(text), quoted);
  });
}

test('sorts problems by file, line, column and field, settings first, without changing the input', () => {
  const at = (file: string, line: number, column: number, field: string): Problem => ({
    ...problem,
    file,
    line,
    column,
    field,
  });
  const sorted = [
    at('content/publication.yaml', 9, 1, 'a'),
    at('B.md', 9, 1, 'a'),
    at('a.md', 2, 1, 'a'),
    at('a.md', 10, 2, 'a'),
    at('a.md', 10, 11, 'a'),
    at('a.md', 10, 11, 'b'),
  ];
  const given = [3, 0, 5, 4, 2, 1].map((index) => sorted[index] as Problem);
  const before = [...given];
  assert.deepEqual(sortProblems(given), sorted);
  assert.deepEqual(given, before);
});
