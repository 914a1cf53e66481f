import { formatTable } from '../../report/format-table.ts';
import { partNames } from '../measure/count-parts.ts';
import type { PageBytes } from '../measure/measure-bytes.ts';
import type { Visited } from '../visit-sites.ts';

/**
 * Formats two tables: bytes by part and after loading, plain and with Brotli, and the number of
 * requests.
 */
export function formatBytes(visited: readonly Visited<PageBytes>[]): string {
  const rows = visited.flatMap(({ slug, site, figures: { parts, after } }) =>
    (['plain', 'brotli'] as const).map((kind) => {
      const sizes = partNames.map((name) => parts[name][kind]);
      const sum = sizes.reduce((all, size) => all + size, 0);
      return [slug, site, kind, ...sizes.map(String), String(sum), String(after[kind])];
    }),
  );
  const requests = visited.map(({ slug, site, figures }) => [
    slug,
    site,
    String(figures.pathsBefore.length),
    String(figures.pathsAfter.length),
  ]);
  return [
    formatTable(['article', 'site', 'bytes', ...partNames, 'sum', 'after load'], rows, 3),
    formatTable(['article', 'site', 'requests before load', 'after'], requests, 2),
  ].join('\n\n');
}
