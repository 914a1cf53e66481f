import { formatTable } from '../../report/format-table.ts';
import { median } from '../../report/median.ts';
import type { Judged } from '../judge-sites.ts';
import { categoryNames } from '../measure/run-lighthouse.ts';

/** Two tables: the scores, medians of all rounds, and every audit that cost one of them points. */
export function formatLighthouse(judged: readonly Judged[]): string {
  const pages = [...Map.groupBy(judged, ({ site, page }) => `${site} ${page}`).values()];
  const scores = pages.map((rounds) => [
    rounds[0]?.site ?? '',
    rounds[0]?.page ?? '',
    ...categoryNames.map((name) => String(median(rounds.map((one) => one.scores[name])))),
  ]);
  const shortfalls = judged
    .filter(({ round }) => round === 1)
    .flatMap(({ site, page, shortfalls }) =>
      shortfalls.map(({ category, audit, value, score }) => [
        site,
        page,
        category,
        audit,
        value,
        score.toFixed(2),
      ]),
    );
  const tables = [formatTable(['site', 'page', ...categoryNames], scores, 2)];
  if (shortfalls.length > 0)
    tables.push(
      formatTable(['site', 'page', 'category', 'audit', 'value', 'score'], shortfalls, 5),
    );
  return tables.join('\n\n');
}
