import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitContentFile } from './split-content-file.ts';

test('splits a content file into fields and Markdown', () => {
  const { fields, body } = splitContentFile(
    '---\ntitle: A\ndate: 2024-05-01T07:30:00Z\nsummary: B\n---\n\n## C\n\n---\n',
  );
  assert.deepEqual(fields, { title: 'A', date: '2024-05-01', summary: 'B' });
  assert.equal(body, '## C\n\n---\n');
});

test('rejects a text without front matter', () => {
  assert.throws(() => splitContentFile('## C\n'), /front matter/u);
});
