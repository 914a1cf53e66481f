import type { DraftName, Note } from '../draft.ts';

/** What a feed says of itself. */
export interface FeedFacts {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  /** The site that it is the feed of; tells ids that are mere numbers apart. */
  readonly link?: string | undefined;
  /** Base of relative addresses. */
  readonly base?: string | undefined;
}

export interface FeedText {
  /** `wordpress` is HTML in which an empty line begins a paragraph. */
  readonly form: 'html' | 'text' | 'wordpress';
  readonly value: string;
  /** Base of relative addresses, where it is not the entry's. */
  readonly base?: string | undefined;
}

export interface EntryPicture {
  readonly url: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** An entry of a feed, whatever kind the feed is of. */
export interface ImportedEntry {
  readonly line?: number | undefined;
  readonly id?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: FeedText | undefined;
  readonly summary?: FeedText | undefined;
  readonly content?: FeedText | undefined;
  /** Dates as written. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly DraftName[];
  readonly topics: readonly string[];
  readonly section?: string | undefined;
  readonly picture?: EntryPicture | undefined;
  /** Addresses of files that come with it: sound, films, documents. */
  readonly enclosed?: readonly (string | undefined)[] | undefined;
  readonly lang?: string | undefined;
  readonly base?: string | undefined;
  readonly draft?: boolean | undefined;
  /** A page of the site (about, contact), not a post. */
  readonly isPage?: boolean | undefined;
  /** The file's name without ending, where the source has one. */
  readonly name?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** More paths at which other entries may link to it: `/?p=12`. */
  readonly paths?: readonly string[] | undefined;
  readonly notes?: readonly Note[] | undefined;
}

/** Notes something of an entry, at its place in the feed. */
export type AddNote = (field: string, message: string, certainty?: Note['certainty']) => void;

export interface GalleryPicture {
  readonly url: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

export type Gallery = (ids: readonly string[]) => readonly GalleryPicture[];

/** The entries of a feed, and what was wrong with it. */
export interface ReadEntries {
  readonly feed: FeedFacts;
  readonly entries: Iterable<ImportedEntry>;
  readonly gallery?: (entry: ImportedEntry) => Gallery | undefined;
  /** Notes on the feed as a whole; asked for when all entries are read. */
  readonly notes?: () => readonly Note[];
}

/** Why a post is no entry. */
export type Refuse = (reason: string) => void;
