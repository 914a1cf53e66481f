import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bySigns, findWordBounds } from './searched-text.ts';

const words: readonly [language: string, text: string, words: readonly string[]][] = [
  ['en', 'They met, 3 times.', ['They', 'met', '3', 'times']],
  ['ko', '다리를 지킨다.', ['다리를', '지킨다']],
  ['ar', 'اجتمع المجلس.', ['اجتمع', 'المجلس']],
];
for (const [language, text, expected] of words) {
  test(`words of “${text}” are the same with a dictionary and without`, () => {
    const bounds = findWordBounds(text, language);
    const found: string[] = [];
    for (let at = 0; at < text.length; ) {
      const end = bounds.wordEnd(at, text.length);
      const start = bounds.wordStart(end, at);
      if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) found.push(text.slice(start, end));
      at = end;
    }
    assert.deepEqual(found, expected);
    const plain = new Set<string>();
    for (let at = 0; at < text.length; at += 1) {
      const [from, to, isWord] = bySigns(text)(at);
      if (isWord) plain.add(text.slice(from, to));
    }
    assert.deepEqual([...plain], expected);
  });
}

test('without a dictionary each sign of Chinese is a word, so that any passage can be found', () =>
  assert.deepEqual(bySigns('在北京')(1), [1, 2, true]));
