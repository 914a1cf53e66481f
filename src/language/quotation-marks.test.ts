import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotationMarks } from './quotation-marks.ts';

const quotations: [language: string, quotation: string][] = [
  ['en', '“A ‘b’”'],
  ['ko', '“A ‘b’”'],
  ['zh-Hans', '“A ‘b’”'],
  ['zh-TW', '「A 『b』」'],
  ['ja', '「A 『b』」'],
  ['de', '„A ‚b‘“'],
  ['de-CH', '«A ‹b›»'],
  ['fr', '«\u202fA “b”\u202f»'],
  ['fr-CA', '«\u202fA “b”\u202f»'],
  ['fr-CH', '«A ‹b›»'],
  ['es', '“A ‘b’”'],
  ['ar', '«A ‹b›»'],
  ['sv', '”A ’b’”'],
  ['pl', '„A «b»”'],
  ['xx', '“A ‘b’”'],
  ['no tag', '“A ‘b’”'],
];

for (const [language, quotation] of quotations) {
  test(`a quotation in a quotation reads ${quotation} in ${language}`, () => {
    const { double, single } = quotationMarks(language);
    assert.equal(`${double[0]}A ${single[0]}b${single[1]}${double[1]}`, quotation);
  });
}
