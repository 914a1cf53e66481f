import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measurement } from '../measure/measurement.ts';
import { formatGoals } from './format-goals.ts';
import { formatFigures, formatGrowth, formatRatios } from './format-report.ts';
import { summarise, toGrowth, toRatios } from './summarise.ts';

const measurement = (given: Partial<Measurement>): Measurement => ({
  tool: 'dateline',
  articles: 100,
  kind: 'cold',
  round: 1,
  seconds: 1,
  cpuSeconds: 1.5,
  peakBytes: 200e6,
  ...given,
});

const output = (changedFiles: number) => ({
  bytes: 3_500_000,
  files: 300,
  changedFiles,
  pageBytes: 28_000,
  pageBrotliBytes: 7000,
});

test('a summary has the median of each figure', () => {
  const rounds = [
    measurement({ round: 1, seconds: 9, peakBytes: 100e6, output: output(4) }),
    measurement({ round: 2, seconds: 1, peakBytes: 300e6, output: output(7) }),
    measurement({ round: 3, seconds: 2, peakBytes: 200e6, output: output(5) }),
  ];
  const [summary, ...rest] = summarise(rounds);
  assert.deepEqual(summary?.seconds, { median: 2, least: 1, most: 9 });
  assert.deepEqual(summary.peakBytes, { median: 200e6, least: 100e6, most: 300e6 });
  assert.equal(summary.output?.changedFiles, 5);
  assert.deepEqual(rest, []);
});

test('ratios compare Dateline with a peer at the same size and kind of run', () => {
  const summaries = summarise([
    measurement({ seconds: 1 }),
    measurement({ tool: 'dateline-plain', seconds: 0.5 }),
    measurement({ tool: 'hugo', seconds: 0.5, peakBytes: undefined }),
    measurement({ tool: 'eleventy', articles: 10 }),
    measurement({ tool: 'sample' }),
    measurement({ tool: 'dev' }),
  ]);
  const ratios = toRatios(summaries).map(({ time, cpu, memory, ...names }) => {
    return { ...names, figures: [time, cpu, memory].map((ratio) => ratio?.median) };
  });
  const shared = { peer: 'hugo', articles: 100, kind: 'cold' };
  assert.deepEqual(ratios, [
    { own: 'dateline', ...shared, figures: [2, 1, undefined] },
    { own: 'dateline-plain', ...shared, figures: [1, 1, undefined] },
  ]);
});

test('growth has an exponent from each size to the next, in any order', () => {
  const growth = toGrowth(
    summarise([
      measurement({ articles: 1000, seconds: 10, cpuSeconds: 20, peakBytes: 200e6 }),
      measurement({ articles: 100, seconds: 1, cpuSeconds: 2, peakBytes: 200e6 }),
      measurement({ articles: 10_000, seconds: 1000, cpuSeconds: undefined }),
      measurement({ articles: 1000, kind: 'edited' }),
      measurement({ tool: 'hugo', articles: 1000 }),
    ]),
  );
  const shared = { tool: 'dateline', kind: 'cold' };
  const rounded = growth.map(({ time = 0, ...rest }) => ({ ...rest, time: time.toFixed(6) }));
  assert.deepEqual(rounded, [
    { ...shared, from: 100, to: 1000, time: '1.000000', cpu: 1, memory: 0 },
    { ...shared, from: 1000, to: 10_000, time: '2.000000', cpu: undefined, memory: 0 },
  ]);
});

test('formats figures, ratios and growth as Markdown tables', () => {
  const figures = formatFigures(
    summarise([
      measurement({ output: output(300) }),
      measurement({ kind: 'edited', output: output(4) }),
      measurement({ kind: 'edited', round: 2, seconds: 1.25, output: output(4) }),
      measurement({ tool: 'dev', kind: 'edited', seconds: 0.125 }),
    ]),
  );
  assert.equal(
    figures,
    [
      '| articles | tool     | run    |          seconds | CPU s | peak MB | output MB | files | changed | page bytes | brotli |',
      '| -------- | -------- | ------ | ---------------: | ----: | ------: | --------: | ----: | ------: | ---------: | -----: |',
      '| 100      | dateline | cold   |             1.00 |  1.50 |     200 |       3.5 |   300 |         |      28000 |   7000 |',
      '| 100      | dateline | edited | 1.00 (1.00–1.25) |  1.50 |     200 |       3.5 |   300 |       4 |      28000 |   7000 |',
      '| 100      | dev      | edited |             0.13 |  1.50 |     200 |           |       |         |            |        |',
    ].join('\n'),
  );
  const summaries = summarise([
    measurement({}),
    measurement({ articles: 1000, seconds: 5, peakBytes: 199.9e6 }),
    measurement({ tool: 'hugo', seconds: 0.5, cpuSeconds: undefined }),
  ]);
  assert.match(
    formatRatios(toRatios(summaries)),
    /\| dateline \/ hugo \| 2\.00 \| {3}\? \| {3}1\.00 \|$/u,
  );
  assert.match(
    formatGrowth(toGrowth(summaries)),
    /\| 100 to 1000 \| dateline \| cold \| 0\.70 \| 0\.00 \| {3}0\.00 \|$/u,
  );
  assert.match(formatRatios([]), /No ratios/u);
  assert.match(formatGrowth([]), /No growth/u);
});

const valuesOf = (goals: string) =>
  goals
    .split('\n')
    .slice(2)
    .map((line) => line.split('|')[2]?.trim());

test('goals are for 10,000 articles, one per row', () => {
  const large = { articles: 10_000, output: output(1) };
  const goals = formatGoals(
    summarise([
      measurement({ tool: 'dev', articles: 10, kind: 'edited', seconds: 0.2 }),
      measurement({ tool: 'sample', articles: 15, seconds: 4 }),
      measurement({ tool: 'sample', articles: 15, kind: 'unchanged', cpuSeconds: 0.75 }),
      measurement({ articles: 1000 }),
      measurement({ ...large, seconds: 50, peakBytes: 700e6 }),
      measurement({ ...large, kind: 'unchanged', seconds: 1 }),
      measurement({ ...large, kind: 'edited', seconds: 2 }),
      measurement({ ...large, tool: 'dateline-plain', seconds: 20 }),
      measurement({ ...large, tool: 'eleventy', seconds: 10 }),
      measurement({ ...large, tool: 'hugo', kind: 'unchanged', seconds: 8 }),
      measurement({ ...large, tool: 'hugo', kind: 'edited', seconds: 8 }),
      measurement({ tool: 'dev', articles: 10_000, kind: 'unchanged', seconds: 3 }),
      measurement({ tool: 'dev', articles: 10_000, kind: 'edited', seconds: 0.2 }),
      measurement({ tool: 'dev', articles: 10_000, kind: 'edited', seconds: 0.4 }),
      measurement({ articles: 100_000 }),
    ]),
  );
  assert.match(goals, /^\| 10000 articles +\| median/u);
  assert.deepEqual(valuesOf(goals), [
    '0.25',
    '0.13',
    '2.00',
    '5.00',
    '0.70',
    '1000 to 10000: cold 1.70, peak memory 0.54; 10000 to 100000: cold -1.70, peak memory -0.54',
    '0.75',
    '4.00',
    '0.20 and 0.20 (0.20–0.40)',
    '3.00',
    '28000',
  ]);
});

test('goals without measurements are unknown', () => {
  assert.deepEqual(new Set(valuesOf(formatGoals([]))), new Set(['?']));
});
