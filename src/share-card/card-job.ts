import type { DrawnResult } from './card-store.ts';
import type { ShareCard } from './share-card.ts';

/** One card to draw, with all that the process that draws it needs to know. */
export interface CardJob {
  readonly key: string;
  readonly card: ShareCard;
}

/** The folders that all jobs share. Absolute paths. */
export interface CardFolders {
  /** The project's. */
  readonly root: string;
  readonly contentDir: string;
  readonly cacheDir: string;
}

export interface CardReport {
  readonly key: string;
  readonly result: DrawnResult | { readonly failure: string };
}
