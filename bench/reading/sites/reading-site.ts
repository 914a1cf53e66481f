import type { ReadingArticle } from '../articles/reading-article.ts';

export const siteNames = ['dateline', 'bare', 'starlight', 'minima', 'papermod'] as const;
export type SiteName = (typeof siteNames)[number];

export interface SiteJob {
  /** Absolute, there, and empty: everything goes in here. */
  readonly folder: string;
  /** Where the site will stand, such as `http://localhost:4000`. */
  readonly origin: string;
  readonly articles: readonly ReadingArticle[];
}

/** A way to turn articles into pages. */
export interface ReadingSite {
  readonly name: SiteName;
  /** Its version, or undefined where it is not installed. */
  readonly findVersion: () => Promise<string | undefined>;
  /** How to get it: completes "skipped: …". */
  readonly cure: string;
  /**
   * Builds all articles; gives the folder to be served. An article's page is in it as
   * `…/<slug>/index.html` or `…/<slug>.html`.
   */
  readonly build: (job: SiteJob) => Promise<string>;
}
