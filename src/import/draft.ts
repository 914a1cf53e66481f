import type { FrontMatterInput, PersonInput } from '../content/article/front-matter.ts';

/** How reliable an inference is. With `--strict` a doubtful one is an error. */
export type Certainty = 'certain' | 'likely' | 'doubtful';

/** One report entry: something that the import inferred, changed or dropped. */
export interface Note {
  /** Position in the source, from 1, where it is known. */
  readonly line?: number;
  readonly column?: number;
  /** The front matter field, or `body`, `picture`, `link`, `dropped`. */
  readonly field: string;
  /** A sentence without its full stop. */
  readonly message: string;
  readonly certainty: Certainty;
}

/** A field in its full form: a list or a mapping rather than a single text. */
type FullForm<T> = [Exclude<T, string | undefined>] extends [never] ? T : Exclude<T, string>;

type FullForms<T> = { readonly [K in keyof T]: FullForm<T[K]> };

/**
 * Front matter of a content file, by the schema that reads it. A name may be a single text, and
 * a credit is a line.
 */
export type DraftFields = FullForms<Omit<FrontMatterInput, 'draft' | 'image' | 'licence'>> & {
  readonly image?: DraftImage;
  readonly licence?: DraftName;
  readonly draft?: true;
};

/** Front matter of a person's file; its `lang` is the draft's. */
export type DraftPerson = FullForms<
  Pick<PersonInput, 'name' | 'role' | 'summary' | 'sameAs' | 'aka'>
>;

/** A name, optionally with a URL. */
export type DraftName = NonNullable<FrontMatterInput['licence']>;

/**
 * A featured picture, as far as the source describes it. Its path is relative to the content
 * file, `./bridge.jpg`, and is there only if the file exists or will be written.
 */
export type DraftImage = Readonly<
  Exclude<FrontMatterInput['image'], string | undefined> & { credit?: string }
>;

/** A picture to write next to the content file. */
export interface DraftPicture {
  /** File name, without a folder. */
  readonly name: string;
  /** An absolute path on this machine, or a URL. */
  readonly from: string;
}

/** An article read from a source, from which a content file is written. */
export interface Draft {
  /** The source as the report names it: the path as given, or a URL. */
  readonly source: string;
  /** The first line of this article in a source with several, from 1. */
  readonly line?: number;
  /**
   * Identifies this article within its source, independent of its headline: a feed entry's id, a
   * URL. A repeated import finds the earlier file by it.
   */
  readonly identity: string;
  readonly fields: DraftFields;
  /** Markdown, ending in a line feed. All of it is meant to be read. */
  readonly body: string;
  readonly pictures: readonly DraftPicture[];
  readonly notes: readonly Note[];
  /** File name without extension, if the source has one worth keeping. */
  readonly name?: string;
  /** Becomes a page of the site (`pages/about.md`), which needs no date. */
  readonly isPage?: true;
  /** Becomes the file of a person (`people/jane-roe.md`); `fields` has its name as `title`. */
  readonly person?: DraftPerson;
}

/** A source that cannot be imported, and why, with the cure. */
export interface Refusal {
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
}

/** What a reader of one source kind returns: drafts, and what it could not read. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly refused: readonly Refusal[];
}

/** A source as found or fetched. */
export interface SourceFile {
  /** As the report names it. */
  readonly source: string;
  /** Absolute path on this machine; absent for a URL. */
  readonly path?: string;
  /** The URL it was fetched from, after redirects. */
  readonly url?: string;
  readonly bytes: Uint8Array;
  /** Media type and charset from the server: `text/html; charset=EUC-KR`. */
  readonly contentType?: string;
}

export interface ImportOptions {
  /** Overrides the source's value. */
  readonly title?: string;
  readonly lang?: string;
  /** Date, in a front matter form, for articles whose source has none. */
  readonly date?: string;
  /** URL of the site that a source is from, if the source does not name it. */
  readonly base?: string;
  /** Whether pictures are imported. */
  readonly pictures: boolean;
  /** IANA name of the time zone for times without an offset. */
  readonly timeZone: string;
  /** Milliseconds since 1970, to recognize scheduled articles; default: the clock. */
  readonly now?: number;
  /** The publication's languages, if known. */
  readonly languages?: readonly string[];
  /**
   * Whether sources may become pages: true if the target is the content folder itself, not a
   * subfolder.
   */
  readonly hasPages?: boolean;
  /** Called whenever another article of a source has been read. */
  readonly progress?: () => void;
}
