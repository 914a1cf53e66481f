import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugOf } from './name-fields.ts';

const choices = [
  ['jane-roe', 'Jane Roe'],
  ['jane-roe-2', 'Jane Roe-Miller'],
  ['elan', 'Élan Bo'],
  ['kim', '김민'],
  ['łukasz', 'Łukasz Bo'],
] as const;

for (const [text, slug] of [
  ['', ''],
  ['  ', ''],
  ['Jane Roe', 'jane-roe'],
  ['jane', undefined],
  ['miller', 'jane-roe-2'],
  ['JANE ROE MILLER', 'jane-roe-2'],
  ['elan bo', 'elan'],
  ['김', 'kim'],
  ['lukasz', 'łukasz'],
  ['nobody', undefined],
  ['%', ''],
] as const) {
  test(`the name "${text}" is ${slug === undefined ? 'none' : slug || 'no filter'}`, () => {
    assert.equal(slugOf(text, choices), slug);
  });
}
