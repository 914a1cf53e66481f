import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../../language/words-for.ts';
import { wordsFile } from './script-words.ts';

const korean = wordsFor('ko').words;
const english = wordsFor('en').words;

test('the name of a file of words contains its hash', () => {
  const { name, text } = wordsFile(english, {});
  assert.match(name, /^words\.[\da-f]{10}\.js$/u);
  assert.match(text, /^export default \{.*"close":"Close".*\};$/u);
  assert.deepEqual(wordsFile(english, {}), { name, text });
  assert.notEqual(wordsFile(korean, {}).name, name);
});

test('the publication’s own typeface has its name', () => {
  const { name, text } = wordsFile(english, { fonts: { text: 'Charter' } });
  assert.match(text, /"face\.":"Charter"/u);
  assert.notEqual(name, wordsFile(english, {}).name);
});
