import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCost, formatScale } from './format-scale.ts';
import type { StageCost } from './scale-figures.ts';

const of = (articles: number, scale: number): StageCost[] => [
  {
    ...{ articles, stage: 'print', bytes: 3e6 * scale },
    commands: [
      { seconds: 1 + scale / 16, cpuSeconds: 1, peakBytes: 300e6 },
      { seconds: 1 + (scale * 15) / 16, cpuSeconds: 2, peakBytes: 200e6 },
    ],
  },
  {
    ...{ articles, stage: 'merge', bytes: 1e6 },
    commands: [{ seconds: scale, cpuSeconds: undefined, peakBytes: undefined }],
  },
];
const figures = { machine: 'a machine', extras: false, years: 100, seed: 1 };

test('prints costs, growth and the prediction for a million articles', () => {
  const text = formatScale({ ...figures, costs: [...of(10_000, 16), ...of(100_000, 160)] });
  for (const row of [
    '| 10000    | print | 17.00 | 3.00 | 300 | 48 | 2.00 s |',
    '| 10000    | merge | 16.00 | ? | ? | 1.0 | |',
    '| 10000 to 100000 | merge | 1.00 | ? | ? | 0.00 |',
    '| merge | 26.7 min | 26.7 min | 26.7 min |',
    '| print | 26.7 min | 1.7 min | 7.3 s |',
    '| on one machine | 50 % | 94 % | 100 % |',
  ]) {
    const cells = row.split('|').map((cell) => cell.trim());
    const found = text.split('\n').some(
      (line) =>
        line
          .split('|')
          .map((cell) => cell.trim())
          .join() === cells.join(),
    );
    assert.ok(found, `${row}\n\n${text}`);
  }
});

test('one size has no growth and no prediction', () => {
  const text = formatScale({ ...figures, costs: of(10_000, 16) });
  assert.match(text, /No growth: .*\n\nNo prediction: /u);
});

test('a measurement is one line', () => {
  const [print] = of(10_000, 16);
  assert.ok(print);
  assert.equal(formatCost(print), '10000 articles, print: 2.00 + 16.00 s, 300 MB');
});
