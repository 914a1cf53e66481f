import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseEncoding, decodeAs } from './encodings.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const cases: readonly [
  what: string,
  bytes: Uint8Array,
  said: string | undefined,
  text: string,
][] = [
  ['UTF-8 declared as EUC-KR', Buffer.from('다리'), 'euc-kr', '다리'],
  ['UTF-8 declared as GB2312', Buffer.from('桥梁'), 'gb2312', '桥梁'],
  ['UTF-8 declared as windows-1252', Buffer.from('“für”'), 'windows-1252', '“für”'],
  ['EUC-KR', Buffer.from([0xb4, 0xd9, 0xb8, 0xae]), 'euc-kr', '다리'],
  ['windows-1252 declared as UTF-8', latin('f\u00fcr alle'), 'utf-8', 'für alle'],
  ['undeclared windows-1252', latin('\u0093f\u00fcr\u0094'), undefined, '“für”'],
  ['ISO-2022-JP, which is ASCII', latin('\u001b$B66\u001b(B'), 'iso-2022-jp', '橋'],
  ['ASCII with an unknown label', latin('plain'), 'x-nothing', 'plain'],
];

for (const [what, bytes, said, text] of cases)
  test(`reads ${what}`, () => {
    const { label } = chooseEncoding(bytes, [{ label: said, from: 'the page says' }]);
    assert.equal(decodeAs(bytes, label, 'leniently'), text);
  });
