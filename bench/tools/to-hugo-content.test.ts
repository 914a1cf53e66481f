import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toHugoContent } from './to-hugo-content.ts';

const content = '---\ntitle: "A"\nsection: world\n---\n\nText.\n';

test('adds slug, section and month for Hugo, and keeps the body', () => {
  const expected =
    '---\nslug: a-bridge-1\nsections: [world]\nmonths: [2024-05]\ntitle: "A"\nsection: world\n---\n\nText.\n';
  assert.equal(toHugoContent('2024/05/a-bridge-1.md', content), expected);
  assert.equal(toHugoContent('2024/05/a-bridge-1.ko.md', content), expected);
});

test('rejects files that are not articles of the corpus', () => {
  assert.throws(() => toHugoContent('about.md', content), /about\.md/u);
  assert.throws(() => toHugoContent('2024/05/a-1.md', 'Text.'), /a-1\.md/u);
});
