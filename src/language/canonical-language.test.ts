import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalLanguage } from './canonical-language.ts';

const tags: [tag: string, canonical: string | undefined][] = [
  ['en', 'en'],
  ['EN-gb', 'en-GB'],
  ['zh-hans', 'zh-Hans'],
  ['ZH-HANT-tw', 'zh-Hant-TW'],
  ['iw', 'he'],
  ['deu', 'de'],
  ['de-1996', 'de-1996'],
  ['en_US', undefined],
  ['english', undefined],
  ['korean', undefined],
  ['e', undefined],
  ['en-', undefined],
  [' en', undefined],
  ['한국어', undefined],
  ['', undefined],
];

for (const [tag, canonical] of tags) {
  test(`the canonical form of “${tag}” is ${canonical}`, () => {
    assert.equal(canonicalLanguage(tag), canonical);
  });
}
