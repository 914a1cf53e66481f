import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measurement } from '../measure/measure-tool.ts';
import { formatFigures, formatRatios } from './format-report.ts';
import { summarise, toRatios } from './summarise.ts';

const measurement = (given: Partial<Measurement>): Measurement => ({
  tool: 'dateline',
  articles: 100,
  kind: 'cold',
  round: 1,
  seconds: 1,
  cpuSeconds: 1.5,
  peakBytes: 200e6,
  outputBytes: 3_500_000,
  outputFiles: 300,
  changedFiles: 300,
  ...given,
});

test('a summary is the middle of the rounds, each figure for itself', () => {
  const rounds = [
    measurement({ round: 1, seconds: 9, peakBytes: 100e6 }),
    measurement({ round: 2, seconds: 1, peakBytes: 300e6 }),
    measurement({ round: 3, seconds: 2, peakBytes: 200e6 }),
  ];
  const [summary, ...rest] = summarise(rounds);
  assert.equal(summary?.seconds, 2);
  assert.equal(summary.peakBytes, 200e6);
  assert.deepEqual(rest, []);
});

test('ratios compare Dateline with a peer at the same size and kind of build', () => {
  const summaries = summarise([
    measurement({ seconds: 1 }),
    measurement({ tool: 'hugo', seconds: 0.5, peakBytes: undefined }),
    measurement({ tool: 'eleventy', seconds: 4, cpuSeconds: 3, peakBytes: 400e6 }),
    measurement({ tool: 'eleventy', articles: 10 }),
  ]);
  assert.deepEqual(toRatios(summaries), [
    { peer: 'hugo', articles: 100, kind: 'cold', time: 2, cpu: 1, memory: undefined },
    { peer: 'eleventy', articles: 100, kind: 'cold', time: 0.25, cpu: 0.5, memory: 0.5 },
  ]);
});

test('figures and ratios are printed as Markdown tables', () => {
  const figures = formatFigures(
    summarise([measurement({}), measurement({ kind: 'edited', changedFiles: 4 })]),
  );
  assert.equal(
    figures,
    [
      '| articles | tool     | build  | seconds | CPU s | peak MB | output MB | files | changed |',
      '| -------- | -------- | ------ | ------: | ----: | ------: | --------: | ----: | ------: |',
      '| 100      | dateline | cold   |    1.00 |  1.50 |     200 |       3.5 |   300 |         |',
      '| 100      | dateline | edited |    1.00 |  1.50 |     200 |       3.5 |   300 |       4 |',
    ].join('\n'),
  );
  const ratio = {
    peer: 'hugo',
    articles: 100,
    kind: 'cold',
    time: 2,
    cpu: 1,
    memory: undefined,
  } as const;
  assert.match(formatRatios([ratio]), /\| dateline \/ hugo \| 2\.00 \| 1\.00 \| {6}\? \|$/u);
  assert.match(formatRatios([]), /No ratios/u);
});
