/** What files for hosts are made from. A build writes it to `OUT_DIR-hosting/site.json`. */
export interface HostedSite {
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** Origin, if known. */
  readonly siteUrl?: string;
  /** The Content-Security-Policy of every answer. */
  readonly policy: string;
  /** Whether to send Strict-Transport-Security. */
  readonly hsts: boolean;
  /** Kinds of compressed files beside the files. */
  readonly precompress: readonly ('br' | 'gz')[];
  /** Redirects, sorted by target. */
  readonly redirects: readonly SiteRedirect[];
  /** Whether no address of the site contains upper case. */
  readonly lowerCase: boolean;
  /** The host that the publication names, whose limits a build compares with the site. */
  readonly host?: string;
  /** Whether each article is a single file. */
  readonly oneFile?: boolean;
  /** The number of articles on a full list page. */
  readonly pageSize?: number;
}

/** Percent-encoded paths without the base path: `/old/` -> `/2026/01/06/bridge/`. */
export interface SiteRedirect {
  readonly from: string;
  readonly to: string;
}
