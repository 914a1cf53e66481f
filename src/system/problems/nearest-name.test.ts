import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestName, nearestSpelling } from './nearest-name.ts';

const cases: [wrong: string, known: readonly string[], meant: string | undefined][] = [
  ['Cty', ['World', 'City'], 'City'],
  ['wrold', ['World', 'City'], 'World'],
  ['CITY NEWS', ['City news'], 'City news'],
  ['경재', ['국제', '경제'], '경제'],
  ['国祭', ['国際', '経済'], '国際'],
  ['Wirtschft', ['Kultur', 'Wirtschaft'], 'Wirtschaft'],
  ['Économi', ['Économie'.normalize('NFD')], 'Économie'.normalize('NFD')],
  ['الرياظة', ['العالم', 'الرياضة'], 'الرياضة'],
  ['Sport', ['World', 'City'], undefined],
  ['A', ['B'], undefined],
  ['', ['A'], undefined],
  ['Cty', [], undefined],
  ['x'.repeat(100_000), ['x'], undefined],
];
for (const [wrong, known, meant] of cases)
  test(`"${wrong.slice(0, 20)}" is ${meant ?? 'none'} of ${known.join(', ')}`, () => {
    assert.equal(nearestName(wrong, known), meant);
  });

const people = [
  'Jane Roe',
  'José Peña',
  'Kim Min-su',
  '김민수',
  '제인 로',
  '山田太郎',
  'Łukasz Żak',
];
const spellings: [written: string, meant: string | undefined][] = [
  ['Jane Ro', 'Jane Roe'],
  ['Jnae Roe', 'Jane Roe'],
  ['Jane Q. Roe', 'Jane Roe'],
  ['Jan Doe', undefined],
  ['Jose Pena', 'José Peña'],
  ['Kim Minsu', 'Kim Min-su'],
  ['Kim Min-ji', undefined],
  ['김민지', undefined],
  ['제인로', '제인 로'],
  ['山田次郎', undefined],
  ['Łukasz Zak', 'Łukasz Żak'],
  ['Reuters', undefined],
];
for (const [written, meant] of spellings)
  test(`the name "${written}" is ${meant ?? 'nobody’s'}`, () => {
    assert.equal(nearestSpelling(written, people), meant);
  });
