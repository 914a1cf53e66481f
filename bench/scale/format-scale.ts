import { formatExponent } from '../report/format-exponent.ts';
import { formatTable } from '../report/format-table.ts';
import { exponentOf, predict, secondsOf } from './predict.ts';
import type { ScaleFigures, StageCost } from './scale-figures.ts';
import { scaleStages, sharedStages } from './scale-stages.ts';

/** What is predicted. */
const predicted = { articles: 1_000_000, machines: [1, 16, 256] } as const;

/** With fewer articles, most of the time is that of starting. */
const minSize = 10_000;

/** Formats the costs of all stages, their growth and what it says of a million articles. */
export function formatScale({ costs }: ScaleFigures): string {
  return [formatCosts(costs), formatGrowth(costs), formatPrediction(costs)].join('\n\n');
}

/** One line for a measurement that has just ended. */
export function formatCost(cost: StageCost): string {
  const { articles, stage } = cost;
  const seconds = cost.commands.map((one) => one.seconds.toFixed(2)).join(' + ');
  const peak = peakOf(cost);
  return `${articles} articles, ${stage}: ${seconds} s, ${peak === undefined ? '?' : toMegabytes(peak)} MB`;
}

function formatCosts(costs: readonly StageCost[]): string {
  const head = ['articles', 'stage', 'seconds', 'CPU s', 'peak MB', 'written MB', 'each shard'];
  const rows = costs.map((cost) => {
    const [first, rest] = cost.commands;
    const peak = peakOf(cost);
    return [
      ...[String(cost.articles), cost.stage, secondsOf(cost).toFixed(2)],
      cpuOf(cost)?.toFixed(2) ?? '?',
      peak === undefined ? '?' : toMegabytes(peak),
      toMegabytes(cost.bytes),
      rest === undefined ? '' : `${first?.seconds.toFixed(2)} s`,
    ];
  });
  return formatTable(head, rows, 2);
}

function formatGrowth(costs: readonly StageCost[]): string {
  const rows = scaleStages.flatMap((stage) => {
    const own = costs
      .filter((cost) => cost.stage === stage)
      .toSorted((a, b) => a.articles - b.articles);
    return own.slice(1).flatMap((large, index) => {
      const small = own[index];
      if (small === undefined) return [];
      const grown = (figureOf: (cost: StageCost) => number | undefined) =>
        formatExponent(
          exponentOf(
            { articles: small.articles, value: figureOf(small) },
            { articles: large.articles, value: figureOf(large) },
          ),
        );
      const figures = [secondsOf, cpuOf, peakOf, ({ bytes }: StageCost) => bytes];
      return [[`${small.articles} to ${large.articles}`, stage, ...figures.map(grown)]];
    });
  });
  if (rows.length === 0) return 'No growth: it needs two sizes.';
  return formatTable(['articles', 'stage', 'time', 'CPU', 'memory', 'bytes'], rows, 2);
}

function formatPrediction(costs: readonly StageCost[]): string {
  const { articles, machines } = predicted;
  const stages = predict(costs, articles, machines);
  if (stages.length === 0) return 'No prediction: it needs two sizes.';
  const [small, large] = [...new Set(costs.map((cost) => cost.articles))]
    .sort((a, b) => a - b)
    .slice(-2);
  const total = machines.map((_, index) =>
    stages.reduce((sum, { seconds }) => sum + (seconds[index] ?? 0), 0),
  );
  const serial = machines.map((_, index) => {
    const alone = stages.filter(({ stage }) => !sharedStages.includes(stage));
    const sum = alone.reduce((sum, { seconds }) => sum + (seconds[index] ?? 0), 0);
    return `${((100 * sum) / (total[index] || 1)).toFixed(0)} %`;
  });
  const rows = [
    ...stages.map(({ stage, seconds }) => [stage, ...seconds.map(toDuration)]),
    ['all', ...total.map(toDuration)],
    ['on one machine', ...serial],
  ];
  const head = [
    `${articles} articles`,
    ...machines.map((count) => `${count} ${count === 1 ? 'machine' : 'machines'}`),
  ];
  return `${formatTable(head, rows, 1)}\n\nFrom the growth between ${small} and ${large} articles, for machines like this one.${(large ?? 0) < minSize ? ' They are too few to say much: stages mostly start.' : ''}`;
}

/** CPU seconds of all commands of a stage; undefined without a Linux /proc. */
function cpuOf({ commands }: StageCost): number | undefined {
  return commands.reduce<number | undefined>(
    (sum, { cpuSeconds }) =>
      sum === undefined || cpuSeconds === undefined ? undefined : sum + cpuSeconds,
    0,
  );
}

function peakOf({ commands }: StageCost): number | undefined {
  const peaks = commands.map(({ peakBytes }) => peakBytes);
  return peaks.includes(undefined) ? undefined : Math.max(...(peaks as number[]));
}

function toMegabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0);
}

function toDuration(seconds: number): string {
  return seconds < 100 ? `${seconds.toFixed(1)} s` : `${(seconds / 60).toFixed(1)} min`;
}
