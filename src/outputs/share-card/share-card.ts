import { hash } from 'node:crypto';
import type { PictureRights } from '../../content/article/picture-rights.ts';
import type { SetText } from './fonts/find-letters.ts';

/** The size of every card in pixels. All services that show links accept its ratio, 1.91 to 1. */
export const cardSize = { width: 1200, height: 630 } as const;

/**
 * What cards look like. Raise it when they look different, so that services that show links load them
 * again under new names.
 */
const design = 1;

/** The content of a card, with every string final. Plain JSON: its hash is the name of the card's file. */
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
  /** The card of the edition, which is drawn if the file is not a picture. */
  readonly instead: DrawnCard;
}

/** The ending of the name of a card's file. A JPEG of a picture has a third of the bytes of a PNG. */
export type CardEnding = 'png' | 'jpg';

/** The name of a card's file, which is known before the card is drawn. */
export function nameOfCard(card: ShareCard): string {
  const sha256 = hash('sha256', JSON.stringify([design, card]));
  const ending: CardEnding = card.kind === 'own' || card.picture ? 'jpg' : 'png';
  return `${sha256.slice(0, 32)}.${ending}`;
}

/** The texts of a card, with their styles. */
export function textsOf({
  date,
  headline,
  kicker,
  language,
  name,
  picture,
}: DrawnCard): SetText[] {
  return [
    ...[headline, name, '…'].map((text) => ({ text, language, style: 'display' as const })),
    ...[headline, kicker, date, picture?.credit].map((text = '') => ({
      text,
      language,
      style: 'text' as const,
    })),
  ];
}
