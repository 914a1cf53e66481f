import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitCopy } from './split-copy.ts';

test('a copy is cut into fields and Markdown', () => {
  const { fields, body } = splitCopy(
    '---\ntitle: A\ndate: 2024-05-01T07:30:00Z\nsummary: B\n---\n\n## C\n\n---\n',
  );
  assert.deepEqual(fields, { title: 'A', date: '2024-05-01', summary: 'B' });
  assert.equal(body, '## C\n\n---\n');
});

test('a text without front matter is refused', () => {
  assert.throws(() => splitCopy('## C\n'), /front matter/u);
});
