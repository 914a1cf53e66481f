import { formatTable } from '../../report/format-table.ts';
import { median } from '../../report/median.ts';
import type { Judged } from '../judge-sites.ts';
import { categoryNames } from '../measure/run-lighthouse.ts';

/**
 * Formats two tables: the scores, and every audit with less than full points, as medians of all
 * rounds.
 */
export function formatLighthouse(judged: readonly Judged[]): string {
  const pages = [...Map.groupBy(judged, ({ site, page }) => `${site} ${page}`).values()];
  const scores = pages.map((rounds) => [
    rounds[0]?.site ?? '',
    rounds[0]?.page ?? '',
    ...categoryNames.map((name) => String(median(rounds.map(({ scores }) => scores[name])))),
    median(rounds.map(({ machineSpeed }) => machineSpeed)).toFixed(0),
  ]);
  const tables = [
    formatTable(['site', 'page', ...categoryNames, 'machine speed'], scores, 2),
    formatTable(
      ['site', 'page', 'category', 'audit', 'value', 'score', 'rounds'],
      pages.flatMap(formatShortfalls),
      5,
    ),
  ];
  return tables.join('\n\n');
}

// Of one page. An audit that fails only in some rounds depends on the machine or is near its
// limit.
function formatShortfalls(rounds: readonly Judged[]): string[][] {
  const all = rounds.flatMap(({ shortfalls }) => shortfalls);
  const audits = Map.groupBy(all, ({ category, audit }) => `${category} ${audit}`);
  return [...audits.values()].map((same) => {
    const score = median(same.map((one) => one.score));
    const middle = same.find((one) => one.score === score);
    return [
      rounds[0]?.site ?? '',
      rounds[0]?.page ?? '',
      middle?.category ?? '',
      middle?.audit ?? '',
      middle?.value ?? '',
      score.toFixed(2),
      `${same.length} of ${rounds.length}`,
    ];
  });
}
