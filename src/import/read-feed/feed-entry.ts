import type { DraftName, Note } from '../draft.ts';

/** Metadata of a feed. */
export interface FeedMetadata {
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  /** The feed's site; distinguishes ids that are mere numbers. */
  readonly link?: string | undefined;
  /** Base of relative URLs. */
  readonly base?: string | undefined;
}

export interface FeedText {
  /** `wordpress` is HTML in which an empty line begins a paragraph. */
  readonly form: 'html' | 'text' | 'wordpress';
  readonly value: string;
  /** Base of relative URLs, if it differs from the entry's. */
  readonly base?: string | undefined;
}

export interface EntryPicture {
  readonly url: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly credit?: string | undefined;
}

/** An entry of any kind of feed or export. */
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
  /** The series that it is a part of. */
  readonly story?: string | undefined;
  readonly picture?: EntryPicture | undefined;
  /** URLs of enclosed files: audio, video, documents. */
  readonly enclosed?: readonly (string | undefined)[] | undefined;
  readonly lang?: string | undefined;
  readonly base?: string | undefined;
  readonly draft?: boolean | undefined;
  /** A page of the site (about, contact), not a post. */
  readonly isPage?: boolean | undefined;
  /** File name without extension, if the source has one. */
  readonly name?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  /** Other paths under which entries may link to it: `/?p=12`. */
  readonly paths?: readonly string[] | undefined;
  readonly notes?: readonly Note[] | undefined;
}

/** Adds a note at the entry's position in the feed. */
export type AddNote = (field: string, message: string, certainty?: Note['certainty']) => void;

export interface GalleryPicture {
  readonly url: string;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
}

export type Gallery = (ids: readonly string[]) => readonly GalleryPicture[];

/** An author of an export, with its fields as in data files. */
export interface FeedPerson {
  readonly key: string;
  /** The last part of the address of the author's page. */
  readonly slug?: string | undefined;
  readonly line?: number | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** The entries of a feed, with notes on the feed. */
export interface ReadEntries {
  readonly feed: FeedMetadata;
  readonly entries: Iterable<ImportedEntry>;
  readonly gallery?: (entry: ImportedEntry) => Gallery | undefined;
  /** Those who wrote the entries, as far as the export describes them. */
  readonly people?: readonly FeedPerson[];
  /** Notes on the feed as a whole. Call it after all entries are read. */
  readonly notes?: () => readonly Note[];
}

/** Reports why a post cannot be an entry. */
export type Refuse = (reason: string) => void;
