import { formatTable } from '../../report/format-table.ts';
import type { PaintSummary } from './summarise-paint.ts';

/** Formats medians in milliseconds, with their ratios to the bare page; `?` if unknown. */
export function formatPaint(summaries: readonly PaintSummary[]): string {
  const head = [
    'article',
    'site',
    'loads',
    'FP ms',
    'FCP ms',
    '/ bare',
    'LCP ms',
    '/ bare',
    'CLS',
  ];
  const rows = summaries.map((one) => [
    one.slug,
    one.site,
    String(one.loads),
    one.firstPaint.toFixed(0),
    one.firstContentfulPaint.toFixed(0),
    one.firstRatio?.toFixed(2) ?? '?',
    one.largestContentfulPaint.toFixed(0),
    one.ratio?.toFixed(2) ?? '?',
    one.layoutShift.toFixed(3),
  ]);
  return formatTable(head, rows, 2);
}
