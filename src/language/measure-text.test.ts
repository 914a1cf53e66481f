import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureText } from './measure-text.ts';

const lengths: readonly [text: string, language: string, words: number][] = [
  ['', 'en', 0],
  ['– … “ ” 🙂', 'en', 0],
  ['They don’t pay 1,234.50 a year, said the U.S. Navy.', 'en', 10],
  ['A well-known rule: one\n\ntwo, three.Four, five', 'en', 8],
  ['L’homme s’est tu ; «\u202fc’est tout\u202f»', 'fr', 5],
  ['نمی\u200cدانم چرا', 'fa', 2],
  ['यह हिन्दी है', 'hi', 3],
  ['Cafe\u0301 Zoe\u0308', 'fr', 2],
  ['이것은 2026년 1월 기사이다.', 'ko', 4],
  ['이것은 2026년 1월 기사이다.'.normalize('NFD'), 'ko', 4],
  ['미국의 GDP가 늘었다', 'ko', 3],
  ['รัฐบาลไทยประกาศเมื่อวันอังคาร', 'th', 6],
];

for (const [text, language, words] of lengths) {
  test(`${JSON.stringify(text)} has ${words} words`, () => {
    assert.equal(measureText(text, language).words, words);
  });
}

test('finds word boundaries by the Unicode rules', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  for (const [text, language, words] of lengths) {
    if (language === 'ko') continue; // it splits 2026년, which has no space
    const found = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
    assert.equal(found.length, words, `${language}: ${text}`);
  }
});

const minutes: readonly [name: string, text: string, language: string, minutes: number][] = [
  ['nothing', '', 'en', 1],
  ['a sentence', 'One two three.', 'en', 1],
  ['2 minutes of English', 'word '.repeat(228 * 2), 'en', 2],
  ['British English', 'word '.repeat(228 * 2), 'en-GB', 2],
  ['10 minutes of German', 'Wort '.repeat(1790), 'de', 10],
  ['10 minutes of a language that nobody measured', 'fjala '.repeat(1840), 'sq', 10],
  ['10 minutes of Chinese', '中国，'.repeat(1275), 'zh-Hans', 10],
  ['10 minutes of Chinese in traditional characters', '中國，'.repeat(1275), 'zh-Hant', 10],
  ['10 minutes of Japanese', '東京で、コー'.repeat(714), 'ja', 10],
  ['10 minutes of Korean, not counting spaces', '기사 이다 '.repeat(925), 'ko', 10],
  ['Korean, then English', `${'기사 '.repeat(925)}${'word '.repeat(920)}`, 'ko', 10],
  [
    'Korean, then English, in the English edition',
    `${'기사 '.repeat(925)}${'word '.repeat(1140)}`,
    'en',
    10,
  ],
  ['Chinese characters in a Korean text', '大韓民國'.repeat(638), 'ko', 10],
];

for (const [name, text, language, expected] of minutes) {
  test(`${name}: ${expected} min`, () => {
    assert.equal(measureText(text, language).minutes, expected);
  });
}

test('estimates Chinese and Japanese words from characters', () => {
  assert.equal(measureText('中国'.repeat(255), 'zh').words, 316);
  assert.equal(measureText('東京で'.repeat(119), 'ja').words, 193);
});

test('measures a long text without spaces in linear time', () => {
  for (const text of ['中国', 'ก็ไทย', 'word', '가나', "a'"]) {
    const start = performance.now();
    measureText(text.repeat(50_000), 'en');
    assert.ok(performance.now() - start < 3000, text);
  }
});
