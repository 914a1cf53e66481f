import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byCharacters, findWordBounds } from './searched-text.ts';

const words: readonly [language: string, text: string, words: readonly string[]][] = [
  ['en', 'They met, 3 times.', ['They', 'met', '3', 'times']],
  ['ko', '다리를 지킨다.', ['다리를', '지킨다']],
  ['ar', 'اجتمع المجلس.', ['اجتمع', 'المجلس']],
];
for (const [language, text, expected] of words) {
  test(`words of “${text}” are the same with and without Intl.Segmenter`, () => {
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
      const [from, to, isWord] = byCharacters(text)(at);
      if (isWord) plain.add(text.slice(from, to));
    }
    assert.deepEqual([...plain], expected);
  });
}

test('without Intl.Segmenter each Chinese character is a word', () =>
  assert.deepEqual(byCharacters('在北京')(1), [1, 2, true]));
