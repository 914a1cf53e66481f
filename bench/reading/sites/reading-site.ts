import type { ReadingArticle } from '../articles/reading-article.ts';

export const siteNames = ['dateline', 'bare', 'starlight', 'minima', 'papermod'] as const;
export type SiteName = (typeof siteNames)[number];

export interface SiteJob {
  /** The absolute path of an empty folder for all files of the site. */
  readonly folder: string;
  /** The address of the site, such as `http://localhost:4000`. */
  readonly origin: string;
  readonly articles: readonly ReadingArticle[];
}

/** A generator with a theme. */
export interface ReadingSite {
  readonly name: SiteName;
  /** Its version, or undefined if it is not installed. */
  readonly findVersion: () => Promise<string | undefined>;
  /** How to install it; completes "skipped: …". */
  readonly cure: string;
  /**
   * Builds all articles and returns the output folder, in which the page of an article is
   * `…/<slug>/index.html` or `…/<slug>.html`.
   */
  readonly build: (job: SiteJob) => Promise<string>;
}
