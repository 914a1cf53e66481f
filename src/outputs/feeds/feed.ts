import type { FeedFormat } from '../../publication/edition/feed-addresses.ts';
import type { FeedClip, FeedFrame, FeedPicture, LinkedName } from './feed-context.ts';

/** The newest articles of a list, in any format. Texts are final, URLs absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** URL of the page that shows the list. */
  readonly page: string;
  /** URLs of the feed, by format. */
  readonly urls: Readonly<Record<FeedFormat, string>>;
  /** The author of articles without authors. */
  readonly publisher: LinkedName;
  readonly rights?: LinkedName;
  readonly icon: string;
  /** The picture of a section or topic. */
  readonly picture?: { readonly url: string; readonly width: number; readonly height: number };
  readonly favicon: string;
  /** `href` of the style sheet. */
  readonly styleHref: string;
  /** The last change of substance in any article; ISO 8601 in UTC. */
  readonly updated?: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

/** When an article was published and when it last changed in substance: ISO 8601 in UTC. */
export interface EntryDates {
  readonly published: string;
  /** Equals `published` for an article without updates; never before it. */
  readonly updated: string;
}

export interface FeedEntry extends EntryDates {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly authors: readonly LinkedName[];
  /** Section, topics, what kind of work it is. */
  readonly categories: readonly string[];
  readonly rights?: LinkedName;
  readonly picture?: FeedPicture & { readonly credit?: string };
  readonly clips: readonly FeedClip[];
  /** Who first published a republished article. */
  readonly source?: LinkedName;
  /** What the HTML of the entry is made of. `before` and `after` are safe HTML. */
  readonly text: {
    readonly before: string;
    /** The key of the rendered text, and the HTML that replaces each of its references. */
    readonly body: { readonly key: string; readonly fills: readonly string[] };
    readonly after: string;
  };
}

/** Gives the HTML of an entry, which is valid on any page. */
export type EntryHtml = (entry: FeedEntry) => string;

/** A name of `publication.yaml` or front matter. Its URL may be an address such as `/about/`. */
export function toLinkedName(
  { siteUrl, basePath }: Pick<FeedFrame, 'siteUrl' | 'basePath'>,
  { name, url }: LinkedName,
): LinkedName {
  return { name, url: url?.startsWith('/') ? siteUrl + basePath.slice(0, -1) + url : url };
}
