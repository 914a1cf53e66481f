import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toNewName } from './new.ts';

const day = '2026-11-27';
const cases: readonly (readonly [headline: string, name: string | undefined])[] = [
  ['A bridge for Seoul', 'a-bridge-for-seoul'],
  ['다리가 열렸다', '다리가-열렸다'],
  ['橋が開いた！', '橋が開いた！'],
  ['الجسر الجديد', 'الجسر-الجديد'],
  ['Straße & Übermut', 'straße-übermut'],
  ['Über den Kai: “Möwen” & Co?', 'über-den-kai-möwen-co'],
  ['「橋」が開いた…', '橋が開いた'],
  ['L’été « chaud »', 'lété-chaud'],
  ['Readme', `${day}-readme`],
  ['README', `${day}-readme`],
  ['Index', `${day}-index`],
  ['Con', `${day}-con`],
  ['_Hidden', 'hidden'],
  ['.hidden', 'hidden'],
  ['Version 2.0 is out', 'version-2-0-is-out'],
  ['What is a .ko', 'what-is-a-ko'],
  ['2026-01-06 Summit', `${day}-2026-01-06-summit`],
  ['?!', undefined],
  ['', undefined],
  ['a '.repeat(200), 'a-'.repeat(60).slice(0, -1)],
  ['다'.repeat(90), '다'.repeat(40)],
];
for (const [headline, name] of cases)
  test(`${JSON.stringify(headline.slice(0, 30))} -> ${name}`, () =>
    assert.equal(toNewName(headline, day), name));
