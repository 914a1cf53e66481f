import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRepeatedLines } from './import-report.ts';
import { limitNotes } from './notes.ts';

test('reports the first of thousands of notes and counts the others', () => {
  const note = (field: string, line: number) => ({
    ...{ field, line, message: `“{{ ${line} }}” kept as text` },
    certainty: 'doubtful' as const,
  });
  const many = Array.from({ length: 5000 }, (_, index) => note('body', index + 1));
  const bounded = limitNotes([note('title', 1), ...many, note('date', 2)]);
  assert.equal(bounded.length, 1 + 100 + 1 + 1);
  assert.deepEqual(bounded.at(-1), {
    ...note('body', 4999 + 1),
    message: '4900 more notes like these',
  });
  assert.equal(limitNotes(many.slice(0, 100)).length, 100);
});

test('prints a note that all articles of a source share twenty times, then counts it', () => {
  const lines = createRepeatedLines();
  const shown = Array.from({ length: 1000 }, () => lines.shows('refused: it has no date'));
  assert.equal(shown.filter(Boolean).length, 20);
  assert.ok(lines.shows('title: another'));
  assert.deepEqual(lines.flush(), ['refused: it has no date: 980 more times']);
  assert.deepEqual(lines.flush(), []);
  const different = Array.from({ length: 3000 }, (_, index) => lines.shows(`title: ${index}`));
  assert.equal(different.filter(Boolean).length, 2000);
  assert.deepEqual(lines.flush(), ['1000 more notes not shown']);
});
