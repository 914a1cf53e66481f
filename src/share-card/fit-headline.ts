import type { Renderer, TextNode } from '@takumi-rs/core';
import { markBreaks } from './break-headline.ts';
import { type CardFit, headlineNode, headlineRoom } from './card-tree.ts';
import type { DrawnCard } from './share-card.ts';

/** Sizes that a headline may have, in pixels, from the one of three words on. */
const sizes: readonly number[] = [100, 92, 84, 76, 68, 62, 56, 51, 46, 42, 38, 34, 30, 27];
const smallest = 27;

/** Letters of which no card has room for more. */
const most = 400;

/**
 * The largest size at which a headline stands whole in its room, no word of it broken; else the
 * smallest, and the headline cut behind a word, with an ellipsis.
 */
export async function fitHeadline(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
): Promise<Pick<CardFit, 'headline' | 'size'>> {
  const { language } = card;
  const letters = [...new Intl.Segmenter(language).segment(card.headline.slice(0, most * 8))];
  const whole = letters.length <= most;
  if (whole) {
    const headline = markBreaks(card.headline, language);
    const size = await largestSize(renderer, card, headline);
    if (size !== undefined) return { headline, size };
  }
  const words = wordEnds(card.headline.slice(0, most * 4), language);
  let [fits, fails] = [0, words.length];
  while (fits < fails - 1) {
    const middle = (fits + fails) >> 1;
    const headline = cutAt(card, words[middle] ?? 0);
    if (await isWithin(renderer, card, { headline, size: smallest }, false)) fits = middle;
    else fails = middle;
  }
  return { headline: cutAt(card, words[fits] ?? 0), size: smallest };
}

/** By halves, since a headline that fits in one size fits in all smaller ones. */
async function largestSize(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
  headline: string,
): Promise<number | undefined> {
  let [fails, fits] = [-1, sizes.length];
  while (fails < fits - 1) {
    const middle = (fails + fits) >> 1;
    const size = sizes[middle] ?? smallest;
    if (await isWithin(renderer, card, { headline, size }, size !== smallest)) fits = middle;
    else fails = middle;
  }
  return sizes[fits];
}

/** `unbroken`: whether each word must stand in one line. */
async function isWithin(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
  fit: CardFit,
  unbroken: boolean,
): Promise<boolean> {
  const room = headlineRoom(card);
  const node = headlineNode(card, fit);
  const { height } = await renderer.measure(node, { width: room.width });
  if (height > room.height) return false;
  if (!unbroken) return true;
  return (await widestWord(renderer, node, fit.size)) <= room.width;
}

/** Least width of a space, in widths of the letter m: what a line ends with does not count. */
const space = 0.2;

/** In a room as narrow as can be, each line is a word. */
async function widestWord(
  renderer: Pick<Renderer, 'measure'>,
  node: TextNode,
  size: number,
): Promise<number> {
  const style = { ...node.style, width: 1, overflowWrap: 'normal' } as const;
  const { runs } = await renderer.measure({ ...node, style }, { width: 1 });
  const lines = Map.groupBy(
    runs.filter(({ text }) => text.trim() !== ''),
    ({ y }) => Math.round(y),
  );
  const widths = [...lines.values()].map((line) => {
    const from = Math.min(...line.map(({ x }) => x));
    const to = line.map(({ x, width, text }) => {
      const spaces = text.length - text.trimEnd().length;
      return x + width - spaces * space * size;
    });
    return Math.max(...to) - from;
  });
  return Math.max(0, ...widths);
}

/** Positions behind each word, behind each letter of a word that is too long for a card. */
function wordEnds(text: string, language: string): number[] {
  const words = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  const letters = new Intl.Segmenter(language);
  return [...words].flatMap(({ index, isWordLike, segment }) => {
    if (!isWordLike) return [];
    if (segment.length <= 40) return [index + segment.length];
    return [...letters.segment(segment)].map((letter) => index + letter.index);
  });
}

function cutAt({ headline, language }: DrawnCard, end: number): string {
  return `${markBreaks(headline.slice(0, end), language)}…`;
}
