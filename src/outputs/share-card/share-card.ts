import type { PictureRights } from '../../content/article/picture-rights.ts';

/** The size of every card in pixels. All services that show links accept its ratio, 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * The content of a card, with every string final. Plain JSON: its hash, with that of the drawing
 * code, is the card's key.
 */
export type ShareCard = DrawnCard | OwnCard;

export interface DrawnCard {
  readonly kind: 'article' | 'front';
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The name of the publication. */
  readonly name: string;
  /** Replaces the name: a file below `CACHE_DIR/pictures`. */
  readonly logo?: string;
  /** `#rrggbb`. Drawing darkens it until it is readable on the paper. */
  readonly accent: string;
  /** The headline of an article, or the tagline of a front page. */
  readonly headline: string;
  /** The line above the headline: section, what kind of work it is, its own words. */
  readonly kicker?: string;
  readonly date?: string;
  readonly picture?: CardPicture;
}

export interface CardPicture {
  /** A file below `CACHE_DIR/pictures`. Its name contains the hash of its inputs. */
  readonly file: string;
  /** As printed on the card. */
  readonly credit: string;
  readonly rights?: PictureRights;
}

/** A picture that an article names as its card (`card:`). It is cropped to the size of a card. */
export interface OwnCard {
  readonly kind: 'own';
  /** The path below the content folder. */
  readonly path: string;
  /** The SHA-256 of the file in hexadecimal. */
  readonly hash: string;
  /** As the article states them. If absent, the rights in the file are kept. */
  readonly rights?: PictureRights;
}
