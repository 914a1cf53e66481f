import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseChildrenCpuSeconds } from './children-cpu-seconds.ts';

test('the times of ended children are found in a stat line', () => {
  const cases: [string, number | undefined][] = [
    ['7 (a b) S 1 7 7 0 -1 4194304 98 0 0 0 11 12 250 150 20 0 1 0', 4],
    ['7 (a) (b) S 1 7 7 0 -1 4194304 98 0 0 0 11 12 0 5 20 0 1 0', 0.05],
    ['7 (a) S 1', undefined],
  ];
  for (const [stat, seconds] of cases) assert.equal(parseChildrenCpuSeconds(stat), seconds);
});
