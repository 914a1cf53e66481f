import { formatTable } from './format-table.ts';
import type { Ratio, Summary } from './summarise.ts';

/** The figures as a table: seconds, and megabytes of a million bytes; `?` where unknown. */
export function formatFigures(summaries: readonly Summary[]): string {
  const head = [
    'articles',
    'tool',
    'build',
    'seconds',
    'CPU s',
    'peak MB',
    'output MB',
    'files',
    'changed',
  ];
  const rows = summaries.map((one) => [
    String(one.articles),
    one.tool,
    one.kind,
    one.seconds.toFixed(2),
    one.cpuSeconds?.toFixed(2) ?? '?',
    one.peakBytes === undefined ? '?' : (one.peakBytes / 1e6).toFixed(0),
    (one.outputBytes / 1e6).toFixed(1),
    String(one.outputFiles),
    one.kind === 'cold' ? '' : String(one.changedFiles),
  ]);
  return formatTable(head, rows, 3);
}

/** The ratios as a table; a sentence where there is nothing to compare. */
export function formatRatios(ratios: readonly Ratio[]): string {
  if (ratios.length === 0) return 'No ratios: they need Dateline and a peer in the same run.';
  const rows = ratios.map(({ articles, kind, peer, time, cpu, memory }) => [
    String(articles),
    kind,
    `dateline / ${peer}`,
    time.toFixed(2),
    cpu?.toFixed(2) ?? '?',
    memory?.toFixed(2) ?? '?',
  ]);
  return formatTable(['articles', 'build', 'ratio', 'time', 'CPU', 'memory'], rows, 3);
}
