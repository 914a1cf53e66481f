/** What a build tells of its site to those who write files for hosts. */
export interface HostedSite {
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** An origin; absent where none is known. */
  readonly siteUrl?: string;
  /** The Content-Security-Policy of every answer. */
  readonly policy: string;
  /** Whether browsers are told to ask by https alone. */
  readonly hsts: boolean;
  /** Kinds of compressed copies beside the files. */
  readonly precompress: readonly ('br' | 'gz')[];
  /** Old addresses, in the order of the new ones. */
  readonly redirects: readonly SiteRedirect[];
  /** Whether no address of the site has an upper-case letter. */
  readonly lowerCase: boolean;
}

/** Percent-encoded paths below the site's folder: `/old/` -> `/2026/01/06/bridge/`. */
export interface SiteRedirect {
  readonly from: string;
  readonly to: string;
}
