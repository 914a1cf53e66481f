import type { Correction, Named, Story } from '../../content/article/article.ts';
import type { Genre } from '../../content/article/genre.ts';
import type { NewsDate } from '../../language/news-date.ts';
import type { AssetInfo, CardFile, PictureInfo, WordsInfo } from './view-context.ts';

/** Why the dev preview shows a story that a build would not publish. */
export type StoryStatus = 'draft' | 'scheduled' | 'expired';

/** What a page says about an article other than its own. */
export interface Brief {
  readonly language: string;
  readonly address: string;
  readonly title: string;
  /** The standfirst, else the lede; may be empty. */
  readonly summary: string;
  readonly date: NewsDate;
  /** Only if it is of another day than `date`. */
  readonly updated?: NewsDate;
  readonly section?: Named;
  readonly genre?: Genre;
  readonly kicker?: string;
  /** Whether it is a live article that has ended. */
  readonly closed?: true;
  /** Names of the authors. */
  readonly authors: readonly string[];
  readonly picture?: { readonly info: PictureInfo; readonly alt: string };
  /** Only in the dev preview. */
  readonly status?: StoryStatus;
}

/** The target of a link or picture in a story. */
export type StoryTarget =
  | { readonly kind: 'address'; readonly address: string; readonly suffix: string }
  | { readonly kind: 'file'; readonly asset: AssetInfo; readonly suffix: string };

/** Captions or a transcript in a language. */
export interface ClipWords extends Pick<WordsInfo, 'name' | 'words'> {
  readonly language: string;
  /** A name for readers, instead of that of the language. */
  readonly label?: string;
}

/** The files beside a clip. */
export interface ClipBeside {
  readonly poster?: PictureInfo;
  readonly captions: readonly ClipWords[];
  readonly transcripts: readonly ClipWords[];
}

/** An author of a story, as bylines and structured data name people. */
export interface AuthorInput {
  readonly name: string;
  /** The address of the author's page, if there is one. */
  readonly address?: string;
  /** Pages about the author on other sites. */
  readonly sameAs: readonly string[];
  /** In the language of the story. */
  readonly role?: string;
  /** The file of the portrait below `/assets/`. */
  readonly image?: string;
}

/** A story with its authors and the targets of its links and pictures: what its text is made from. */
export interface TextInputs {
  readonly story: Story;
  readonly authors: readonly AuthorInput[];
  /** By the address as written. Broken links are absent. */
  readonly targets: Readonly<Record<string, StoryTarget>>;
  /** By the address of a clip as written. Absent without clips. */
  readonly beside?: Readonly<Record<string, ClipBeside>>;
}

/** The target of an address as written in a story; undefined if nothing is published there. */
export function targetAt(
  targets: TextInputs['targets'],
  written: string,
): StoryTarget | undefined {
  return Object.hasOwn(targets, written) ? targets[written] : undefined;
}

/** An article as feeds show it. */
export interface EntryInputs extends TextInputs {
  readonly series?: Pick<SeriesInput, 'name' | 'address' | 'part'>;
}

/** A story in one of its languages. */
export interface StoryVersion {
  readonly language: string;
  readonly address: string;
  /** Whether the others are translations of it, as far as file names say. */
  readonly original: boolean;
}

/**
 * The running story of an article. It has nothing that later parts change, except the next part, so
 * that a new part changes the pages of few others.
 */
export interface SeriesInput {
  readonly name: string;
  readonly address: string;
  /** The number of the article in reading order, from 1; absent for the only article. */
  readonly part?: number;
  readonly previous?: SeriesPart;
  readonly next?: SeriesPart;
}

export type SeriesPart = Pick<Brief, 'title' | 'address' | 'language' | 'genre'>;

/** What was corrected in an article of a running story. */
export interface PartCorrections {
  readonly part: SeriesPart;
  readonly corrections: readonly Correction[];
}

/** All that the page of a story is made from, besides the context. */
export interface StoryInputs extends TextInputs {
  /** Only in the dev preview. */
  readonly status?: StoryStatus;
  /** The story's own share card. */
  readonly card?: CardFile;
  /** The share card of its section, and the name on it, where articles have none of their own. */
  readonly sectionCard?: CardFile & { readonly section: string };
  /** All languages of the story, including its own, in the order of the editions. */
  readonly versions: readonly StoryVersion[];
  /** The running story of an article. */
  readonly series?: SeriesInput;
  /** The neighbours of an article in its section, or in the edition if it has no section. */
  readonly previous?: Brief;
  readonly next?: Brief;
  /** Related articles of an article; all articles of a running story, oldest first. */
  readonly related: readonly Brief[];
  /** Of a running story: corrections of its articles, newest article first. */
  readonly partCorrections?: readonly PartCorrections[];
}
