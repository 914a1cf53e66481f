import type { Article, Story } from '../../content/article/article.ts';
import type { PublicationSettings } from '../../content/settings/publication-settings.ts';
import type { Publication } from '../../publication/edition/publication.ts';

/** A name with an optional URL, which is absolute. */
export interface LinkedName {
  readonly name: string;
  readonly url?: string;
}

/** A picture in feeds and sitemaps. Sizes in CSS pixels. */
export interface FeedPicture {
  /** Absolute. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Film or sound in feeds. URLs are absolute, sizes in bytes or pixels, the duration in seconds. */
export interface FeedClip {
  readonly url: string;
  readonly type: string;
  readonly medium: 'video' | 'audio';
  readonly size: number;
  readonly title: string;
  readonly duration?: number;
  readonly width?: number;
  readonly height?: number;
  readonly poster?: string;
  readonly credit?: string;
}

/** What all feeds share, independent of any article. */
export interface FeedFrame {
  readonly settings: PublicationSettings;
  /** An origin. */
  readonly siteUrl: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
  /** An address without the base path -> its absolute URL. */
  readonly toUrl: (address: string) => string;
  /** Address of the favicon, without the base path. */
  readonly favicon: string;
  /** `href` of the style sheet of feeds. */
  readonly styleHref: string;
}

/** An article as feeds need it. */
export interface FeedArticle {
  readonly article: Article;
  /** Each with an absolute URL, if any. */
  readonly authors: readonly LinkedName[];
  /** The HTML that replaces each reference of its text. */
  readonly fills: readonly string[];
  /** The featured picture, if the content folder has its file. */
  readonly picture?: FeedPicture;
  readonly clips: readonly FeedClip[];
  /** Which part of which running story it is, in words, with the URL of that story. */
  readonly series?: LinkedName;
}

/**
 * What sitemaps and notices need of the site. Other sites and programs read them, so URLs are
 * absolute; without a site URL most of them cannot be made.
 */
export interface FeedContext {
  readonly publication: Publication;
  /** An origin; absent if it is unknown. */
  readonly siteUrl?: string;
  /** Starts and ends with a slash. */
  readonly basePath: string;
  /** The build's clock, in milliseconds since 1970. */
  readonly now: number;
  /** An address without the base path -> its URL, absolute if there is a site URL. */
  readonly toUrl: (address: string) => string;
  /** Absolute URLs of all pictures on a story's page that the site itself serves. */
  readonly picturesOn: (story: Story) => readonly string[];
}

/** A context with a site URL. */
export type LocatedContext = FeedContext & { readonly siteUrl: string };

export function hasSiteUrl(context: FeedContext): context is LocatedContext {
  return context.siteUrl !== undefined;
}

/** A text file of the site. */
export interface TextFile {
  readonly address: string;
  /** The media type in the dev preview; hosts derive it from the file extension. */
  readonly type: string;
  readonly text: string;
}
