import type { ContainerNode, Node, TextNode } from '@takumi-rs/core';
import { channelsOf, contrastRatio, luminanceOf } from '../pictures/measure-contrast.ts';
import { fontFamily } from './fonts/card-fonts.ts';
import { cardSize, type DrawnCard } from './share-card.ts';

/** The colours of a card: those of the light theme (`styles/tokens.css`). */
export const cardColours = {
  paper: '#fdfcf9',
  ink: '#1b1a18',
  quiet: '#56524a',
  hair: '#ddd8ce',
  tint: '#f4f1ea',
} as const;

/** The contrast of readable text (WCAG 2.2, success criterion 1.4.3). */
const minContrast = 4.5;

/** Darkens an accent colour (`#rrggbb`) until it is readable on the paper of a card. */
export function accentOnPaper(accent: string): string {
  let channels = channelsOf(accent);
  const paper = luminanceOf(channelsOf(cardColours.paper));
  while (contrastRatio(luminanceOf(channels), paper) < minContrast)
    channels = channels.map((value) => Math.floor(value * 0.95));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const { paper, ink, quiet, hair } = cardColours;

/** Space around the text, in pixels. */
const margin = 60;
const pictureWidth = 500;

/** The height of the coloured bar at the top, in pixels. */
export const bar = 10;

/** The names by which the tree refers to pictures. */
export const cardImages = { picture: 'picture', logo: 'logo' } as const;

/** The space for a headline, in pixels. */
export interface HeadlineRoom {
  readonly width: number;
  readonly height: number;
}

/** The headline as it is drawn, and sizes in pixels, which are found by measuring. */
export interface CardFit {
  readonly headline: string;
  readonly size: number;
  readonly logo?: { readonly width: number; readonly height: number };
}

/** The size of the picture, which is at the end of the reading direction. */
export const pictureSize = { width: pictureWidth, height: cardSize.height } as const;

export function headlineRoom(card: DrawnCard): HeadlineRoom {
  const width = cardSize.width - 2 * margin - (card.picture ? pictureWidth : 0);
  // The rest of the height is for the kicker, the publication, and a credit of two lines.
  return { width, height: card.picture ? 316 : 368 };
}

/** A headline as wide as its room. The same node is measured and drawn. */
export function headlineNode(card: DrawnCard, { headline, size }: CardFit): TextNode {
  return {
    type: 'text',
    text: headline,
    lang: card.language,
    dir: card.direction,
    style: {
      width: headlineRoom(card).width,
      fontFamily: fontFamily(card.language, 'display'),
      fontSize: size,
      fontWeight: 600,
      lineHeight: lineHeightOf(card),
      wordBreak: 'keep-all',
      overflowWrap: 'anywhere',
      textWrap: 'balance',
      color: ink,
    },
  };
}

/** The line height. Scripts with tall letters, or letters of equal height, need more. */
export function lineHeightOf({ language }: DrawnCard): number {
  const { script = 'Latn' } = new Intl.Locale(language).maximize();
  const tall: Readonly<Record<string, number>> = {
    Arab: 1.5,
    Hans: 1.3,
    Hant: 1.3,
    Jpan: 1.3,
    Kore: 1.3,
  };
  return tall[script] ?? 1.12;
}

/** Lays out a card for the renderer. */
export function toCardTree(card: DrawnCard, fit: CardFit): Node {
  const { direction, language, picture } = card;
  return {
    type: 'container',
    lang: language,
    dir: direction,
    style: {
      ...cardSize,
      display: 'flex',
      // The renderer reverses the row for right-to-left text.
      flexDirection: 'row',
      backgroundColor: paper,
      fontFamily: fontFamily(language, 'text'),
      fontSize: 26,
      lineHeight: 1.35,
      color: quiet,
    },
    children: [
      card.kind === 'front' ? frontColumn(card, fit) : textColumn(card, fit),
      ...(picture
        ? [
            {
              type: 'image' as const,
              src: cardImages.picture,
              style: { ...pictureSize, objectFit: 'cover' as const },
            },
          ]
        : []),
    ],
  };
}

function column(card: DrawnCard, children: Node[]): ContainerNode {
  const { width } = headlineRoom(card);
  return {
    type: 'container',
    style: {
      width: width + 2 * margin,
      height: cardSize.height,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: card.kind === 'front' ? 'center' : 'space-between',
      padding: margin,
      paddingTop: margin - bar,
      borderTop: `${bar}px solid ${accentOnPaper(card.accent)}`,
    },
    children,
  };
}

function textColumn(card: DrawnCard, fit: CardFit): ContainerNode {
  const { accent, kicker, picture } = card;
  return column(card, [
    stack([
      ...(kicker
        ? [line(kicker, { color: accentOnPaper(accent), fontWeight: 600, ...oneLine })]
        : []),
      headlineNode(card, fit),
    ]),
    stack([
      publicationLine(card, fit),
      ...(picture && picture.credit !== ''
        ? [line(picture.credit, { fontSize: 20, lineClamp: 2, textOverflow: 'ellipsis' })]
        : []),
    ]),
  ]);
}

/** The name or logo, and the date, below a thin line. */
function publicationLine(card: DrawnCard, fit: CardFit): ContainerNode {
  return {
    type: 'container',
    style: {
      display: 'flex',
      flexDirection: 'row',
      alignItems: 'center',
      justifyContent: 'space-between',
      columnGap: 24,
      paddingTop: 18,
      borderTop: `1px solid ${hair}`,
    },
    children: [
      nameOf(card, fit, 34),
      ...(card.date === undefined
        ? []
        : [line(card.date, { flexShrink: 0, whiteSpace: 'nowrap' })]),
    ],
  };
}

function frontColumn(card: DrawnCard, fit: CardFit): ContainerNode {
  return {
    ...column(card, [
      nameOf(card, fit, fit.size),
      ...(card.headline === '' ? [] : [line(card.headline, { fontSize: 36, marginTop: 28 })]),
    ]),
  };
}

function nameOf(card: DrawnCard, { logo }: CardFit, size: number): Node {
  if (logo) return { type: 'image', src: cardImages.logo, ...logo };
  return line(card.name, {
    fontFamily: fontFamily(card.language, 'display'),
    fontSize: size,
    fontWeight: 600,
    lineHeight: lineHeightOf(card),
    color: ink,
    lineClamp: card.kind === 'front' ? 3 : 1,
    textOverflow: 'ellipsis',
  });
}

/** Truncates longer text with an ellipsis. */
const oneLine = { lineClamp: 1, textOverflow: 'ellipsis' } as const;

function stack(children: Node[]): ContainerNode {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', rowGap: 16 },
    children,
  };
}

function line(text: string, style: TextNode['style']): TextNode {
  return {
    type: 'text',
    text,
    style: { wordBreak: 'keep-all', overflowWrap: 'anywhere', ...style },
  };
}
