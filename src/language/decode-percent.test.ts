import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePercent } from './decode-percent.ts';

const cases: readonly (readonly [written: string, decoded: string])[] = [
  ['/%ED%95%9C/', '/한/'],
  ['100%', '100%'],
  ['%E0%A4', '%E0%A4'],
  ['a%20b%ff', 'a b%ff'],
  ['', ''],
];
for (const [written, decoded] of cases)
  test(`${JSON.stringify(written)} is decoded to ${JSON.stringify(decoded)}`, () => {
    assert.equal(decodePercent(written), decoded);
  });
