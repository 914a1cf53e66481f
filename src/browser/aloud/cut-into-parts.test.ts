import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutIntoParts } from './cut-into-parts.ts';

const en = (text: string) => ({ text, language: 'en' });
const fr = (text: string) => ({ text, language: 'fr' });
const ko = (text: string) => ({ text, language: 'ko' });

const cases = [
  { says: 'an empty text', runs: [], are: [] },
  { says: 'no letters', runs: [en(' * * * ')], are: [] },
  {
    says: 'sentences',
    runs: [en('One. Two is 2.5 long! ')],
    are: ['en One.', 'en Two is 2.5 long!'],
  },
  {
    says: 'a sentence of several runs',
    runs: [en('It was '), en('new'), en('. It is.')],
    are: ['en It was new.', 'en It is.'],
  },
  {
    says: 'another language within a sentence',
    runs: [en('He said '), fr('bonjour'), en('. She left.')],
    are: ['en He said', 'fr bonjour', 'en She left.'],
  },
  {
    says: 'sentences of another language',
    runs: [fr('Oui. Non.')],
    are: ['fr Oui.', 'fr Non.'],
  },
  {
    says: 'Korean',
    language: 'ko',
    runs: [ko('갔다. 왔다.')],
    are: ['ko 갔다.', 'ko 왔다.'],
  },
  {
    says: 'Chinese, without spaces',
    language: 'zh',
    runs: [{ text: '他来了。她走了。', language: 'zh' }],
    are: ['zh 他来了。', 'zh 她走了。'],
  },
  {
    says: 'a long sentence at its commas',
    longest: 12,
    runs: [en('One, two, three, and 3,000 four five six seven.')],
    are: ['en One, two,', 'en three,', 'en and 3,000 four five six seven.'],
  },
];
for (const { says, language = 'en', runs, are, longest } of cases) {
  test(`splits ${says}`, () => {
    const parts = cutIntoParts(runs, language, longest);
    assert.deepEqual(
      parts.map((part) => `${part.language} ${part.text}`),
      are,
    );
  });
}

test('every part has the bounds of its sentence without spaces', () => {
  const parts = cutIntoParts([en(' He said '), fr('oui'), en('.  She left. ')], 'en');
  assert.deepEqual(
    parts.map((part) => part.sentence),
    [
      [1, 13],
      [1, 13],
      [15, 24],
    ],
  );
});
