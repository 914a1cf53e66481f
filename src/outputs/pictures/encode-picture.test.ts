import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseWidths } from './encode-picture.ts';

const cases: readonly [width: number, height: number, widths: readonly number[]][] = [
  [4000, 3000, [480, 960, 1600]],
  [1600, 900, [480, 960, 1600]],
  [1200, 800, [480, 960, 1200]],
  // Nearly as wide as a usual width: one file is enough.
  [1000, 800, [480, 1000]],
  [500, 400, [500]],
  [1, 1, [1]],
  [12_000, 300, [480, 960, 1600]],
  // So tall that it is scaled down.
  [1000, 80_000, [100]],
  [1, 60_000, [1]],
];
for (const [width, height, widths] of cases) {
  test(`a picture of ${width} x ${height} has the widths ${widths.join(', ')}`, () =>
    assert.deepEqual(chooseWidths(width, height), widths));
}
