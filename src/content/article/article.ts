import type { LocalText } from '../settings/local-text.ts';
import type { ContentFileBody } from './content-file.ts';
import type { FrontMatter, WrittenImage } from './front-matter.ts';
import type { NewsDate } from './news-date.ts';
import type { StoryPicture } from './story-pictures.ts';

/** A section or topic: its slug is its identity. */
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

/** What articles and pages share. Addresses begin at the site's root, not percent-encoded. */
interface Piece {
  /** Below the content folder. */
  readonly path: string;
  readonly file: string;
  /** What translations of one another share. */
  readonly group: string;
  readonly language: string;
  readonly slug: string;
  readonly address: string;
  readonly title: string;
  readonly summary?: string;
  readonly updated?: NewsDate;
  readonly authors: readonly { readonly name: string; readonly url?: string | undefined }[];
  readonly image?: WrittenImage;
  /** All pictures, the featured one first, then those of the text. */
  readonly pictures: readonly StoryPicture[];
  /** Line and column of `image.file` in the copy that names it, where this one does. */
  readonly imagePlace?: readonly [number, number];
  readonly translator?: string;
  readonly corrections: readonly Correction[];
  readonly aliases: readonly string[];
  readonly keyPoints: readonly string[];
  readonly draft: boolean;
  /** Milliseconds since 1970 before which it is not published, whatever its date. */
  readonly release?: number;
  /** Milliseconds since 1970 from which on it is not published. */
  readonly expires?: number;
  readonly body: ContentFileBody;
}

/** One validated article in one language: what it inherits is filled in. */
export interface Article extends Piece {
  readonly kind: 'article';
  readonly date: NewsDate;
  /** Milliseconds since 1970 at which `date` begins: order and release go by it. */
  readonly start: number;
  readonly dateline?: string;
  readonly section?: Named;
  readonly topics: readonly Named[];
  /** Lines and columns of the topics in the copy; empty where they are inherited. */
  readonly topicPlaces: readonly (readonly [number, number])[];
  /** Line and column of `section`, where this copy names it. */
  readonly sectionPlace?: readonly [number, number];
  readonly source?: Source;
  readonly licence?: { readonly name: string; readonly url?: string | undefined };
  readonly canonical?: string;
  readonly card?: string;
  /** Line and column of `card` in the copy. */
  readonly cardPlace?: readonly [number, number];
  /** Identity in feeds, where front matter gives one. */
  readonly id?: string;
}

/** A page that is no news: it has no date. */
export interface Page extends Piece {
  readonly kind: 'page';
}

export type Story = Article | Page;
