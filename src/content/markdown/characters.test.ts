import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { compose, hasRightToLeft, hasSquare } from './characters.ts';
import { cleanText } from './clean-text.ts';
import { renderMarkdown } from './render-markdown.ts';

test('composes letters and keeps ideographs', () => {
  assert.equal(compose('cafe\u0301 \u1112\u1161\u11ab'), 'café 한');
  assert.equal(compose('\uFA19 \uFA10\u0301'), '\uFA19 \uFA10\u0301');
});

test('normalizes text to NFC and keeps URLs as written', () => {
  const decomposed = '서울 café'.normalize('NFD');
  const { rendered } = renderMarkdown(
    `${decomposed} \uFA19\n\n[${decomposed}](https://a.example/${'é'.normalize('NFD')}) ![${decomposed}](a.jpg)`,
    testOptions,
  );
  assert.equal(rendered.text, '서울 café \uFA19\n\n서울 café');
  assert.ok(
    rendered.html.join('').includes('https://a.example/e%CC%81'),
    rendered.html.join(''),
  );
  const [picture] = rendered.references;
  assert.equal(picture?.kind === 'picture' && picture.alt, '서울 café');
});

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
  test(`finds exactly the characters that are ${what}`, () => {
    const wrong = everyCharacter.filter((one) => ask(`a${one}b`) !== characters.test(one));
    assert.deepEqual(wrong, []);
  });
}
