import type { NewsDate } from '../../language/news-date.ts';
import type { LocalText } from '../settings/local-text.ts';
import type { ContentFileBody } from './content-file.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Genre } from './genre.ts';
import type { StoryPicture } from './story-pictures.ts';

/** A section or topic, identified by its slug. */
export interface Named {
  readonly slug: string;
  readonly names: LocalText;
}

export interface Source {
  readonly name?: string;
  readonly url?: string;
  readonly published?: NewsDate;
  readonly archived?: string;
}

export interface Correction {
  readonly date: NewsDate;
  readonly text: string;
  readonly kind: NonNullable<FrontMatter['corrections']>[number]['kind'];
}

/**
 * The common part of all kinds of content files. Addresses begin at the site's root and are not
 * percent-encoded.
 */
interface Piece {
  /** Path below the content folder. */
  readonly path: string;
  readonly file: string;
  /** Shared by an article and its translations. */
  readonly group: string;
  readonly language: string;
  readonly slug: string;
  readonly address: string;
  readonly title: string;
  readonly summary?: string;
  readonly updated?: NewsDate;
  readonly authors: readonly { readonly name: string; readonly url?: string | undefined }[];
  /** All pictures: the featured one (see `featuredIn`), then those of the text. */
  readonly pictures: readonly StoryPicture[];
  /** The films and sound of the text, with words and credits as pictures have. */
  readonly clips: readonly StoryPicture[];
  /** Line and column of `image.file`, if this file has it. */
  readonly imagePlace?: readonly [number, number];
  readonly translator?: string;
  readonly corrections: readonly Correction[];
  readonly aliases: readonly string[];
  readonly keyPoints: readonly string[];
  readonly draft: boolean;
  /** Not published before this time (milliseconds since 1970), even if its date is earlier. */
  readonly release?: number;
  /** Not published from this time on (milliseconds since 1970). */
  readonly expires?: number;
  readonly body: ContentFileBody;
}

/** A validated article in one language, with inherited fields filled in. */
export interface Article extends Piece {
  readonly kind: 'article';
  readonly date: NewsDate;
  /** The start of `date`, milliseconds since 1970. Determines order and release. */
  readonly start: number;
  /** What kind of work it is. Absent if front matter does not say; readers then take it for news. */
  readonly genre?: Genre;
  /** When a live article ended; absent while it goes on. */
  readonly closed?: NewsDate;
  /** A few words above the headline. */
  readonly kicker?: string;
  /** The running story that it belongs to, as written. */
  readonly story?: string;
  readonly dateline?: string;
  readonly section?: Named;
  readonly topics: readonly Named[];
  /** Lines and columns of the topics. Empty if they are inherited. */
  readonly topicPlaces: readonly (readonly [number, number])[];
  /** Line and column of `section`, if this file has it. */
  readonly sectionPlace?: readonly [number, number];
  readonly source?: Source;
  readonly licence?: { readonly name: string; readonly url?: string | undefined };
  readonly canonical?: string;
  readonly card?: string;
  /** Line and column of `card`, if this file has it. */
  readonly cardPlace?: readonly [number, number];
  /** The `id` of front matter: the identity in feeds. */
  readonly id?: string;
}

/** A standing page such as about. It has no date. */
export interface Page extends Piece {
  readonly kind: 'page';
}

/** Somebody who writes. The name is the title, the biography the text. */
export interface Person extends Piece {
  readonly kind: 'person';
  readonly role?: string;
  /** E-mail addresses, web addresses, addresses of this site. */
  readonly contact: readonly string[];
  /** Pages about the person on other sites. */
  readonly sameAs: readonly string[];
  /** Other spellings of the name. */
  readonly aka: readonly string[];
}

/** An ongoing story, which articles belong to. The background is its text. */
export interface RunningStory extends Piece {
  readonly kind: 'running-story';
  readonly state: 'open' | 'closed';
  readonly keyDates: readonly KeyDate[];
}

export interface KeyDate {
  readonly date: NewsDate;
  readonly text: string;
}

/** What a content file describes. */
export type Story = Article | Page | Person | RunningStory;
