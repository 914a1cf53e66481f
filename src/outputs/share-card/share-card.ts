import type { PictureRights } from '../../content/article/picture-rights.ts';

/** Size of every card in pixels, which all services that show links take: 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * What the picture of a shared link shows: every string final. Plain JSON, and all that the card
 * depends on but its design: the hash of it is the card's key.
 */
export type ShareCard = DrawnCard | OwnCard;

export interface DrawnCard {
  readonly kind: 'article' | 'front';
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the publication. */
  readonly name: string;
  /** In the place of the name: a file below `CACHE_DIR/pictures`. */
  readonly logo?: string;
  /** `#rrggbb`; made dark enough to be read on the paper when it is drawn. */
  readonly accent: string;
  /** Of an article; the tagline of a front page. */
  readonly headline: string;
  readonly section?: string;
  readonly date?: string;
  readonly picture?: CardPicture;
}

export interface CardPicture {
  /** A file below `CACHE_DIR/pictures`, named by the hash of what it was made from. */
  readonly file: string;
  /** As printed on the card. */
  readonly credit: string;
  readonly rights?: PictureRights;
}

/** A picture that an article brings as its card, cut to the size of one. */
export interface OwnCard {
  readonly kind: 'own';
  /** Below the content folder. */
  readonly path: string;
  /** SHA-256 (hex) of the file. */
  readonly hash: string;
  /** As the article states them; else the file's own are kept. */
  readonly rights?: PictureRights;
}
