import { formatExponent } from './format-exponent.ts';
import { formatTable } from './format-table.ts';
import { formatSpread } from './spread.ts';
import type { Growth, Ratio, Summary } from './summarise.ts';

/**
 * Formats the figures as a table, in seconds and in megabytes of a million bytes; `?` if
 * unknown.
 */
export function formatFigures(summaries: readonly Summary[]): string {
  const head = ['articles', 'tool', 'run', 'seconds', 'CPU s', 'peak MB'];
  const outputHead = ['output MB', 'files', 'changed', 'page bytes', 'brotli'];
  const rows = summaries.map((one) => {
    const { output } = one;
    return [
      String(one.articles),
      one.tool,
      one.kind,
      formatSpread(one.seconds, 2),
      formatSpread(one.cpuSeconds, 2),
      formatSpread(one.peakBytes, 0, 1e6),
      output ? (output.bytes / 1e6).toFixed(1) : '',
      String(output?.files ?? ''),
      one.kind === 'cold' ? '' : String(output?.changedFiles ?? ''),
      String(output?.pageBytes ?? ''),
      String(output?.pageBrotliBytes ?? ''),
    ];
  });
  return formatTable([...head, ...outputHead], rows, 3);
}

/** Formats the ratios as a table, or a sentence if there is nothing to compare. */
export function formatRatios(ratios: readonly Ratio[]): string {
  if (ratios.length === 0) return 'No ratios: they need Dateline and a peer in the same run.';
  const rows = ratios.map(({ articles, kind, own, peer, time, cpu, memory }) => [
    String(articles),
    kind,
    `${own} / ${peer}`,
    ...[time, cpu, memory].map((ratio) => formatSpread(ratio, 2)),
  ]);
  return formatTable(['articles', 'run', 'ratio', 'time', 'CPU', 'memory'], rows, 3);
}

/** Formats the exponents of growth as a table, or a sentence if there is only one size. */
export function formatGrowth(growth: readonly Growth[]): string {
  if (growth.length === 0) return 'No growth: it needs two sizes in the same run.';
  const rows = growth.map(({ tool, kind, from, to, time, cpu, memory }) => [
    `${from} to ${to}`,
    tool,
    kind,
    ...[time, cpu, memory].map(formatExponent),
  ]);
  return formatTable(['articles', 'tool', 'run', 'time', 'CPU', 'memory'], rows, 3);
}
