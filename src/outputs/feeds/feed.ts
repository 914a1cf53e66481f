import type { FeedFormat } from '../../publication/edition/feed-addresses.ts';

import type { FeedPicture } from './feed-context.ts';
import type { FeedDates } from './feed-date.ts';

export interface Named {
  readonly name: string;
  /** Absolute. */
  readonly url?: string;
}

/** The newest articles of a list, in whatever format: every text final, every address absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The page that lists the same. */
  readonly page: string;
  /** Where it stands itself, by format. */
  readonly urls: Readonly<Record<FeedFormat, string>>;
  /** Who is answerable where an article names nobody. */
  readonly publisher: Named;
  readonly rights?: Named;
  readonly icon: string;
  readonly favicon: string;
  readonly styleHref: string;
  /** The last change of substance in any of its articles; ISO 8601 in UTC. */
  readonly updated?: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry extends FeedDates {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly authors: readonly Named[];
  /** Section, then topics. */
  readonly categories: readonly string[];
  readonly rights?: Named;
  readonly picture?: FeedPicture & { readonly credit?: string };
  /** Where it was published first, where this is a copy. */
  readonly source?: Named;
  readonly text: EntryText;
}

/** What the text of an entry is made of. HTML that stands around the body is safe already. */
export interface EntryText {
  readonly before: string;
  /** The rendered copy by its key, and what stands in the place of its references. */
  readonly body: { readonly key: string; readonly fills: readonly string[] };
  readonly after: string;
}
