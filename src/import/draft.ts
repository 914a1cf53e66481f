/** How sure an inference is. With `--strict` a doubtful one is an error. */
export type Certainty = 'certain' | 'likely' | 'doubtful';

/** One thing that an import has inferred, changed or left out, for the report. */
export interface Note {
  /** Where in the source, from 1, as far as it is known. */
  readonly line?: number;
  readonly column?: number;
  /** The field of front matter that it is about; `body`, `picture`, `link`, `left out` else. */
  readonly field: string;
  /** A sentence without its full stop: what was made of what. */
  readonly message: string;
  readonly certainty: Certainty;
}

/** A name, alone or with an address. */
export type DraftName = string | { readonly name: string; readonly url?: string };

/** A featured picture as far as the source tells of it (contracts, section 4). */
export interface DraftImage {
  /** Path beside the copy, `./bridge.jpg`; only where the file is there or will be. */
  readonly file?: string;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** Front matter (contracts, section 3). Dates in the forms that contracts allow. */
export interface DraftFields {
  readonly title?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly dateline?: string;
  readonly summary?: string;
  readonly section?: string;
  readonly topics?: readonly string[];
  readonly authors?: readonly DraftName[];
  readonly image?: DraftImage;
  readonly source?: {
    readonly name?: string;
    readonly url?: string;
    readonly published?: string;
    readonly archived?: string;
  };
  readonly licence?: DraftName;
  readonly translator?: string;
  readonly aliases?: readonly string[];
  readonly keyPoints?: readonly string[];
  readonly canonical?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly slug?: string;
  readonly draft?: true;
}

/** A file that is to lie beside the copy. */
export interface DraftPicture {
  /** Name beside the copy, without a folder. */
  readonly name: string;
  /** Where it is: an absolute path on this machine, or an address. */
  readonly from: string;
}

/** An article as a source gives it: what a Markdown copy will be made of. */
export interface Draft {
  /** The source as the report names it: the path as given, or an address. */
  readonly source: string;
  /** The line at which it begins there, from 1, where the source holds several. */
  readonly line?: number;
  /**
   * What tells this article from all others of its source, whatever its headline: a feed entry's
   * id, an address. Running an import again finds the copy by it.
   */
  readonly identity: string;
  readonly fields: DraftFields;
  /** Markdown, ending in a line feed; everything in it is meant to be read. */
  readonly body: string;
  readonly pictures: readonly DraftPicture[];
  readonly notes: readonly Note[];
  /** The name of the copy's file without ending, where the source has one worth keeping. */
  readonly name?: string;
  /** It becomes a page of the site, `pages/about.md`: no news, and needs no date. */
  readonly isPage?: true;
}

/** A source that cannot be made a draft of, and why, with the cure. */
export interface Refusal {
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
  readonly reason: string;
}

/** What a reader of one kind of source gives: drafts, and what it could not read. */
export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly refused: readonly Refusal[];
}

/** A source as it was found or fetched. */
export interface SourceFile {
  /** As the report names it. */
  readonly source: string;
  /** Absolute path on this machine; absent for an address. */
  readonly path?: string;
  /** The address it was fetched from, after redirects. */
  readonly url?: string;
  readonly bytes: Uint8Array;
  /** Media type and charset as a server said them: `text/html; charset=EUC-KR`. */
  readonly contentType?: string;
}

export interface ImportOptions {
  /** Instead of what the source says. */
  readonly title?: string;
  readonly lang?: string;
  /** The date, in a form of front matter, of articles whose source tells none. */
  readonly date?: string;
  /** The address of the site that a source is from, where the source does not name it. */
  readonly base?: string;
  /** Whether pictures are brought along. */
  readonly pictures: boolean;
  /** IANA name of the zone in which times without an offset are read. */
  readonly timeZone: string;
  /** Milliseconds since 1970, for what is to be published later; default: the clock. */
  readonly now?: number;
  /** Languages of the publication that the copies are for, where they are known. */
  readonly languages?: readonly string[];
  /** Whether the copies may be pages: they go to the content folder itself, not to one below it. */
  readonly hasPages?: boolean;
  /** Called whenever one more article of a source has been read. */
  readonly progress?: () => void;
}
