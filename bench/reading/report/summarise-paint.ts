import { median } from '../../report/median.ts';
import type { Paint } from '../measure/measure-paint.ts';
import type { SiteName } from '../sites/reading-site.ts';
import type { Visited } from '../visit-sites.ts';

/** The medians of all loads of one article on one site. */
export interface PaintSummary extends Paint {
  readonly slug: string;
  readonly site: SiteName;
  readonly loads: number;
  /**
   * Largest contentful paint divided by that of the bare page; undefined without a bare page.
   */
  readonly ratio: number | undefined;
  /** The same for the first contentful paint. */
  readonly firstRatio: number | undefined;
}

/** Returns a summary for each article and site, in the order of the first loads. */
export function summarisePaint(visited: readonly Visited<Paint>[]): PaintSummary[] {
  const groups = [...Map.groupBy(visited, ({ slug, site }) => `${slug} ${site}`).values()];
  const summaries = groups.flatMap((loads) => {
    const [first] = loads;
    if (!first) return [];
    const middle = (name: keyof Paint) => median(loads.map(({ figures }) => figures[name]));
    return {
      slug: first.slug,
      site: first.site,
      loads: loads.length,
      firstPaint: middle('firstPaint'),
      firstContentfulPaint: middle('firstContentfulPaint'),
      largestContentfulPaint: middle('largestContentfulPaint'),
      layoutShift: middle('layoutShift'),
    };
  });
  return summaries.map((one) => {
    const bare = summaries.find(({ slug, site }) => site === 'bare' && slug === one.slug);
    return {
      ...one,
      ratio: bare && one.largestContentfulPaint / bare.largestContentfulPaint,
      firstRatio: bare && one.firstContentfulPaint / bare.firstContentfulPaint,
    };
  });
}
