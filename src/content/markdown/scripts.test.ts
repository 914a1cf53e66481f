import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasRightToLeft, hasSquare } from './characters.ts';
import { cleanText } from './clean-text.ts';

const everyCharacter = Array.from({ length: 0x110000 }, (_, code) =>
  String.fromCodePoint(code),
);

const questions: readonly [what: string, ask: (text: string) => boolean, characters: RegExp][] =
  [
    ['squares', hasSquare, /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Yiii}]/u],
    [
      'letters from right to left',
      hasRightToLeft,
      /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Mand}\p{sc=Samr}]/u,
    ],
    [
      'characters that HTML forbids',
      (text) => cleanText(text) !== text,
      /[[\p{Cc}--[\t\n]]\p{Noncharacter_Code_Point}\p{Cs}]/v,
    ],
  ];

for (const [what, ask, characters] of questions) {
  test(`of all characters, ${what} are found, and no others`, () => {
    const wrong = everyCharacter.filter((one) => ask(`a${one}b`) !== characters.test(one));
    assert.deepEqual(wrong, []);
  });
}
