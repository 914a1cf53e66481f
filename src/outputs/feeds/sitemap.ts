/** A page as sitemaps list it; addresses absolute. */
export interface SitemapPage {
  readonly url: string;
  /** Last change of substance: a day, or an instant with offset (W3C Date and Time Formats). */
  readonly changed?: string;
  /** The same in other languages, itself included; none where it stands alone. */
  readonly languages: readonly { readonly language: string; readonly url: string }[];
  readonly pictures: readonly string[];
}

/** A file of pages, each printed already, and when the newest change in it was. */
export interface SitemapFile {
  readonly address: string;
  readonly entries: readonly string[];
  readonly changed?: string;
}
