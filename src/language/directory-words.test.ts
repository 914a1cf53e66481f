import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterWord, toDirectoryWords } from './directory-words.ts';
import { koreanEndings } from './korean-endings.ts';

test('Korean words are shortened to three syllables, and the next three are a word of their own', () => {
  const words = (text: string) =>
    toDirectoryWords(text, 'ko').map((word) => word.normalize('NFC'));
  assert.deepEqual(words('의회'), ['의회']);
  assert.deepEqual(words('대통령'), ['대통령']);
  assert.deepEqual(words('대통령비서실에서는'), ['대통령', '\u02ad비서실']);
  assert.deepEqual(words('서울 부산'), ['서울', '부산']);
  assert.deepEqual(words('KTX2026'), ['KTX2026']);
  assert.deepEqual(toDirectoryWords('대통령비서실', 'en'), ['대통령비서실']);
  const [code = ''] = koreanEndings('전대통령비서실');
  assert.deepEqual(
    toDirectoryWords(code, 'ko').map(({ length }) => length),
    [10, 11],
  );
});

test('words that begin with one another do so when they are shortened', () => {
  const texts = ['대통령비서실장은', ...koreanEndings('대통령비서실장은')];
  for (const text of texts)
    for (let length = 1; length <= text.normalize('NFD').length; length += 1) {
      const query = toDirectoryWords(text.normalize('NFD').slice(0, length), 'ko');
      const words = toDirectoryWords(text, 'ko').map((word) => word.normalize('NFD'));
      for (const [index, word] of query.entries())
        assert.ok(words[index]?.startsWith(word), `${text} ${length} ${word}`);
    }
});

test('each value of a filter has a word of its own', () => {
  const words = ['a', 'b', 'a:b', '한국', ''].flatMap((value) =>
    ['topic', 'author'].map((name) => filterWord(name, value)),
  );
  assert.equal(new Set(words).size, words.length);
  for (const word of words) assert.match(word, /^\u02ac\d{20}$/u);
});
