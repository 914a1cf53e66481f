import type { RunKind } from '../measure/measurement.ts';
import type { ToolName } from '../tools/tool.ts';
import { formatExponent } from './format-exponent.ts';
import { formatTable } from './format-table.ts';
import { divide, formatSpread } from './spread.ts';
import { toSubjectSize } from './subject-size.ts';
import { type Summary, toGrowth } from './summarise.ts';

/** Formats the figures that Dateline has goals for, one per row; `?` if not measured. */
export function formatGoals(summaries: readonly Summary[]): string {
  const size = toSubjectSize(summaries);
  const find = (tool: ToolName, kind: RunKind, articles = size) =>
    summaries.find(
      (one) => one.tool === tool && one.kind === kind && one.articles === articles,
    );
  const ratio = (own: ToolName, peer: ToolName, kind: RunKind) =>
    formatSpread(divide(find(own, kind)?.seconds, find(peer, kind)?.seconds), 2);
  const inSample = (kind: RunKind) =>
    summaries.find((one) => one.tool === 'sample' && one.kind === kind);
  const devSizes = [
    ...new Set(summaries.filter(({ tool }) => tool === 'dev').map(({ articles }) => articles)),
  ];
  const devSize = Math.max(0, ...devSizes);
  const saved = devSizes.map((articles) =>
    formatSpread(find('dev', 'edited', articles)?.seconds, 2),
  );
  const cold = find('dateline', 'cold');

  const rows = [
    ['one edited article, time / Hugo’s', ratio('dateline', 'hugo', 'edited')],
    ['unchanged, time / Hugo’s', ratio('dateline', 'hugo', 'unchanged')],
    ['cold, plain, time / Eleventy’s', ratio('dateline-plain', 'eleventy', 'cold')],
    ['cold with everything, time / Eleventy’s', ratio('dateline', 'eleventy', 'cold')],
    [
      'peak memory of all processes (sum of RSS), cold, GB',
      formatSpread(cold?.peakBytes, 2, 1e9),
    ],
    ['growth, as exponents', growthOf(summaries)],
    [
      'the sample unchanged, whole `npm run build`, CPU seconds',
      formatSpread(inSample('unchanged')?.cpuSeconds, 2),
    ],
    ['the sample, first build of a clone, seconds', formatSpread(inSample('cold')?.seconds, 2)],
    [
      `live preview: saved file to page shown, ${devSizes.join(' and ') || '?'} articles, seconds`,
      saved.join(' and ') || '?',
    ],
    [
      `live preview: start at ${devSize || '?'} articles, nothing changed, seconds`,
      formatSpread(find('dev', 'unchanged', devSize)?.seconds, 2),
    ],
    ['article page, bytes raw', String(cold?.output?.pageBytes ?? '?')],
  ];
  return formatTable([`${size} articles`, 'median (least–most)'], rows, 2);
}

/** Such as `1000 to 10000: cold 0.85, unchanged 0.70, edited 0.72, peak memory 0.20`. */
function growthOf(summaries: readonly Summary[]): string {
  const growth = toGrowth(summaries.filter(({ tool }) => tool === 'dateline'));
  const steps = Map.groupBy(growth, ({ from, to }) => `${from} to ${to}`);
  const texts = [...steps].map(([step, kinds]) => {
    const times = kinds.map(({ kind, time }) => `${kind} ${formatExponent(time)}`);
    const memory = kinds.find(({ kind }) => kind === 'cold')?.memory;
    return `${step}: ${[...times, `peak memory ${formatExponent(memory)}`].join(', ')}`;
  });
  return texts.join('; ') || '?';
}
