import type { Brief } from '../story-inputs.ts';

/**
 * How a story is shown on the front page: `lead` largest, `card` with its picture above, `wide`
 * with its picture beside the text, each as wide as a column, `flat` with a small picture beside
 * the text, `text` without a picture, `tall` the same
 * with a larger headline, `opinion` with its author first.
 */
export type FrontPlace = 'lead' | 'card' | 'wide' | 'flat' | 'text' | 'tall' | 'opinion';

/** A story at its place. */
export interface PlacedStory {
  readonly brief: Brief;
  readonly place: FrontPlace;
  /** Length of its summary in units (`summary-length.ts`), 0 for none. */
  readonly summary: number;
}

/** A column of a block. */
export interface FrontColumn {
  readonly stories: readonly PlacedStory[];
  /** How many columns of the grid it takes. Default: 1. */
  readonly span?: 2 | undefined;
  /** The section whose title it has. `newest`: articles without a section. */
  readonly group?: FrontGroupKey;
}

/** The slug of a section; undefined for articles without one. */
export interface FrontGroupKey {
  readonly section: string | undefined;
}

/** The running story of a package. */
export interface FrontStoryKey {
  readonly slug: string;
  readonly title: string;
  /** Whether it goes on; absent without a file that says so. */
  readonly state?: 'open' | 'closed' | undefined;
}

/** A row of the front page, as wide as the page. */
export interface FrontBlock {
  readonly kind: 'lead' | 'stories' | 'opinion';
  /** The section that all its stories are of. */
  readonly group?: FrontGroupKey;
  /** Whether the title of the section is above an earlier block. */
  readonly continued?: true | undefined;
  /** The running story that all its stories are of. */
  readonly story?: FrontStoryKey | undefined;
  /** A title that an editor gave it. */
  readonly title?: string | undefined;
  readonly columns: readonly FrontColumn[];
}
