import type { MeasuredNode, Renderer } from '@takumi-rs/core';
import { markBreaks } from './break-headline.ts';
import { type CardFit, headlineNode, headlineRoom, lineHeightOf } from './card-tree.ts';
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

/**
 * By halves, since a headline that fits in one size fits in all smaller ones; first near the size
 * that its length suggests.
 */
async function largestSize(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
  headline: string,
): Promise<number | undefined> {
  let [fails, fits] = [-1, sizes.length];
  let next = likelySize(card, headline);
  while (fails < fits - 1) {
    const size = sizes[next] ?? smallest;
    const isFit = await isWithin(renderer, card, { headline, size }, size !== smallest);
    const isFirst = fails < 0 && fits === sizes.length;
    if (isFit) fits = next;
    else fails = next;
    next = isFirst ? next + (isFit ? -1 : 1) : (fails + fits) >> 1;
  }
  return sizes[fits];
}

/** Characters as wide as they are high; most others are half as wide. */
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

/** Index in `sizes` of the largest at which all letters of a headline have room. */
function likelySize(card: DrawnCard, headline: string): number {
  const { width, height } = headlineRoom(card);
  const letters = headline.length / 2 + (headline.match(wide)?.length ?? 0) / 2;
  const most = Math.sqrt((width * height) / (letters * lineHeightOf(card)));
  const index = sizes.findIndex((size) => size <= most);
  return index < 0 ? sizes.length - 1 : index;
}

/** `unbroken`: whether each word must stand in one line. */
async function isWithin(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
  fit: CardFit,
  unbroken: boolean,
): Promise<boolean> {
  const { width, height } = headlineRoom(card);
  const node = headlineNode(card, fit);
  // Balanced lines are as many as others, and take longer to find.
  const overflowWrap = unbroken ? 'normal' : 'anywhere';
  const style = { ...node.style, overflowWrap, textWrap: 'wrap' } as const;
  const measured = await renderer.measure({ ...node, style }, { width });
  if (measured.height > height) return false;
  return !unbroken || widestLine(measured, fit.size, fit.size * lineHeightOf(card)) <= width;
}

/**
 * Widths of a space, in widths of the letter m: what a line ends with does not count. The least where a
 * word has the line for itself; the most where there are more in it, since such a line is never too wide.
 */
const space = { least: 0.2, most: 0.4 } as const;

/** A place between two words. */
const between = /[^\S\u00a0\u202f]|\u200b/u;

/** In lines that may be wider than their room, the widest is a word. */
function widestLine({ runs }: MeasuredNode, size: number, lineHeight: number): number {
  const lines = Map.groupBy(runs, ({ y, height }) => Math.floor((y + height / 2) / lineHeight));
  const widths = [...lines.values()].map((line) => {
    const words = line.map(({ text }) => text).join('');
    const end = (between.test(words.trim()) ? space.most : space.least) * size;
    const seen = line.filter(({ text }) => text.trim() !== '');
    const from = Math.min(...seen.map(({ x }) => x));
    const to = seen.map(({ x, width, text }) => {
      const spaces = text.length - text.trimEnd().length;
      return x + width - spaces * end;
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
