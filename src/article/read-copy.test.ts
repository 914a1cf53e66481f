import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCopy } from './read-copy.ts';

const bodies: readonly [
  name: string,
  path: string,
  body: string,
  words: number,
  min: number,
][] = [
  ['no text', 'a.md', '', 0, 1],
  ['marks and addresses', 'a.md', 'A **bold** [link](https://example.com/x) `code`.', 4, 1],
  ['a footnote', 'a.md', 'A claim.[^1]\n\n[^1]: The source.', 5, 1],
  ['a long text', 'a.md', 'word '.repeat(228 * 3), 684, 3],
  ['a long text in Korean', 'a.ko.md', '기사가 '.repeat(370), 370, 3],
];

for (const [name, path, body, words, minutes] of bodies) {
  test(`a copy's length is that of its text, without the headline: ${name}`, () => {
    const bytes = new TextEncoder().encode(`---\ntitle: The headline\n---\n\n${body}\n`);
    const options = { path, file: path, languages: ['en', 'ko'], nesting: 100 };
    const { copy, problems } = readCopy(bytes, { ...options, keyOf: () => 'key' });
    assert.deepEqual(problems, []);
    assert.deepEqual(copy?.body.length, { words, minutes });
  });
}
