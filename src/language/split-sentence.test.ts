import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentence } from './split-sentence.ts';
import { wordsFor } from './words-for.ts';

test('splits a sentence at its arguments, in any order', () => {
  assert.deepEqual(
    splitSentence((a, b) => `${a} via ${b}`),
    [0, ' via ', 1],
  );
  assert.deepEqual(
    splitSentence((a, b) => `${b}の${a}`),
    [1, 'の', 0],
  );
  assert.deepEqual(
    splitSentence(() => 'no argument'),
    ['no argument'],
  );
  assert.deepEqual(splitSentence(wordsFor('ko').words.picture.credit), [0, ', ', 1, ' 제공']);
});
