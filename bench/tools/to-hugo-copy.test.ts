import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHugoCopy } from './to-hugo-copy.ts';

const copy = '---\ntitle: "A"\nsection: world\n---\n\nText.\n';

test('a copy for Hugo has its slug, section and month as fields, and the same body', () => {
  const expected =
    '---\nslug: a-bridge-1\nsections: [world]\nmonths: [2024-05]\ntitle: "A"\nsection: world\n---\n\nText.\n';
  assert.equal(toHugoCopy('2024/05/a-bridge-1.md', copy), expected);
  assert.equal(toHugoCopy('2024/05/a-bridge-1.ko.md', copy), expected);
});

test('what is no article of the corpus is refused', () => {
  assert.throws(() => toHugoCopy('about.md', copy), /about\.md/u);
  assert.throws(() => toHugoCopy('2024/05/a-1.md', 'Text.'), /a-1\.md/u);
});
