import type { Article, Story } from '../../content/article/article.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Publication } from '../../publication/edition/publication.ts';

/** A picture as feeds and sitemaps name it; size in CSS pixels. */
export interface FeedPicture {
  /** Absolute. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What all feeds share: nothing of any article. */
export interface FeedFrame {
  readonly settings: PublicationSettings;
  /** An origin. */
  readonly siteUrl: string;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** An address of the site below its base path, percent-encoded and absolute. */
  readonly toUrl: (address: string) => string;
  /** Address of the icon that browsers show, below the base path. */
  readonly favicon: string;
  /** Address of the style sheet of feeds, as an `href`. */
  readonly styleHref: string;
}

/** An article as a feed needs it. */
export interface FeedArticle {
  readonly article: Article;
  /** What stands in its text in the place of each of its references. */
  readonly fills: readonly string[];
  /** The featured picture, where the copy brought one. */
  readonly picture?: FeedPicture;
}

/**
 * What sitemaps and notices need of the site. All that is made here goes to other places, so
 * addresses are absolute; where the site's own is not known, little of it can be made.
 */
export interface FeedContext {
  readonly publication: Publication;
  /** An origin; absent where none is known. */
  readonly siteUrl?: string;
  /** Begins and ends with a slash. */
  readonly basePath: string;
  /** The build's clock, milliseconds since 1970. */
  readonly now: number;
  /** An address of the site below its base path, percent-encoded; absolute where it can be. */
  readonly toUrl: (address: string) => string;
  /** All pictures on a story's page that lie on this site, absolute. */
  readonly picturesOn: (story: Story) => readonly string[];
}

/** A context whose site has an address. */
export type PlacedContext = FeedContext & { readonly siteUrl: string };

export function isPlaced(context: FeedContext): context is PlacedContext {
  return context.siteUrl !== undefined;
}
