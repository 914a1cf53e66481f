import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillSentence, formatSentence } from './format-sentence.ts';

const cases: [
  sentence: `${string}{a}${string}{b}${string}`,
  pieces: (string | { link: number })[],
][] = [
  ['{a} via {b}', [{ link: 1 }, ' via ', { link: 2 }]],
  ['{a}{b} より', [{ link: 1 }, { link: 2 }, ' より']],
  [
    'by {a}, from {b} and {a}',
    ['by ', { link: 1 }, ', from ', { link: 2 }, ' and ', { link: 1 }],
  ],
];

for (const [sentence, pieces] of cases)
  test(`“${sentence}” becomes ${pieces.length} pieces`, () =>
    assert.deepEqual(fillSentence(sentence, { a: { link: 1 }, b: { link: 2 } }), pieces));

test('a value with braces stays as it is', () => {
  assert.equal(formatSentence('By {names}', { names: '{names} $& {x}' }), 'By {names} $& {x}');
});
