import { median } from '../../bench/report/median.ts';

/** What `npm run bench -- --json FILE` writes, as far as the README needs it. */
interface Figures {
  readonly measurements: readonly {
    readonly tool: string;
    readonly articles: number;
    readonly kind: string;
    readonly seconds: number;
  }[];
}

const columns = {
  dateline: 'Dateline',
  'dateline-plain': 'Dateline without cards, search, Markdown',
  eleventy: 'Eleventy',
  hugo: 'Hugo',
} as const;

const rows = {
  cold: 'first build',
  edited: 'after one edit',
  unchanged: 'nothing changed',
} as const;

/** The README's table of build times at 10,000 articles: medians in seconds. */
export function formatFigures({ measurements }: Figures): string {
  const secondsOf = (tool: string, kind: string) =>
    median(
      measurements
        .filter((one) => one.articles === 10_000 && one.tool === tool && one.kind === kind)
        .map(({ seconds }) => seconds),
    ).toFixed(1);
  return [
    `| 10,000 articles, seconds | ${Object.values(columns).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(Object.keys(columns).length)}`,
    ...Object.entries(rows).map(([kind, label]) => {
      const cells = Object.keys(columns).map((tool) => secondsOf(tool, kind));
      return `| ${label} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}
