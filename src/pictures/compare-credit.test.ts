import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictingName, suggestCredit } from './compare-credit.ts';
import type { EmbeddedCredit } from './read-embedded-credit.ts';

const compared: readonly [
  stated: string,
  found: EmbeddedCredit,
  contradicts: string | undefined,
][] = [
  ['Jane Roe via Agency', { creator: 'Jane Roe' }, undefined],
  ['Jane Roe', { creator: 'ROE, JANE' }, undefined],
  ['José García', { creator: 'Jose Garcia' }, undefined],
  ['Jane Roe / Agency', { creator: 'Jane M. Roe' }, undefined],
  ['한지민', { creator: '한지민' }, undefined],
  ['Agency', { credit: 'Agency Photos' }, undefined],
  ['Jane Roe', {}, undefined],
  ['Jane Roe', { copyright: '2026 Somebody' }, undefined],
  ['Jane Roe', { creator: 'John Doe' }, 'John Doe'],
  ['Jane Roe', { creator: 'Jane Doe' }, 'Jane Doe'],
  ['Agency', { credit: 'Other Agency via Wire' }, undefined],
  ['한지민', { creator: '김민수' }, '김민수'],
];
for (const [creditLine, found, contradicts] of compared) {
  test(`"${creditLine}" and ${JSON.stringify(found)}: ${contradicts ?? 'no contradiction'}`, () => {
    assert.equal(contradictingName({ creditLine }, found), contradicts);
  });
}

const suggested: readonly [found: EmbeddedCredit, line: string | undefined][] = [
  [{ creator: 'Jane Roe', credit: 'Agency' }, 'Jane Roe via Agency'],
  [{ creator: 'Jane Roe', source: 'Archive', credit: 'Agency' }, 'Jane Roe via Archive'],
  [{ creator: 'Jane Roe', credit: 'Jane Roe/Agency' }, 'Jane Roe'],
  [{ creator: 'Jane Roe' }, 'Jane Roe'],
  [{ credit: 'Agency' }, 'Agency'],
  [{ source: 'Archive' }, 'Archive'],
  [{ title: 'The quay' }, undefined],
];
for (const [found, line] of suggested) {
  test(`of ${JSON.stringify(found)} the line is ${line ?? 'not known'}`, () => {
    assert.equal(suggestCredit(found), line);
  });
}
