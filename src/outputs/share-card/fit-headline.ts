import type { MeasuredNode, Renderer } from '@takumi-rs/core';
import { type CardFit, headlineNode, headlineRoom, lineHeightOf } from './card-tree.ts';
import type { DrawnCard } from './share-card.ts';

/** Sizes of headlines in pixels, largest first. The largest suits three words. */
const sizes: readonly number[] = [100, 92, 84, 76, 68, 62, 56, 51, 46, 42, 38, 34, 30, 27];
const smallest = 27;

/** No card has room for more letters. */
const maxLetters = 400;

/**
 * Finds the largest size at which the whole headline fits without breaking a word. If there is none,
 * the result is the smallest size, and the headline cut after a word, with an ellipsis.
 */
export async function fitHeadline(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
): Promise<Pick<CardFit, 'headline' | 'size'>> {
  const { language } = card;
  const letters = [
    ...new Intl.Segmenter(language).segment(card.headline.slice(0, maxLetters * 8)),
  ];
  const whole = letters.length <= maxLetters;
  if (whole) {
    const headline = markBreaks(card.headline, language);
    const size = await largestSize(renderer, card, headline);
    if (size !== undefined) return { headline, size };
  }
  const words = wordEnds(card.headline.slice(0, maxLetters * 4), language);
  let [fits, fails] = [0, words.length];
  while (fits < fails - 1) {
    const middle = (fits + fails) >> 1;
    const headline = cutAt(card, words[middle] ?? 0);
    if (await fitsRoom(renderer, card, { headline, size: smallest }, { breakWords: true }))
      fits = middle;
    else fails = middle;
  }
  return { headline: cutAt(card, words[fits] ?? 0), size: smallest };
}

/**
 * Finds the largest size at which a headline fits. A binary search, which begins near the size that
 * the length of the headline suggests.
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
    const isFit = await fitsRoom(
      renderer,
      card,
      { headline, size },
      { breakWords: size === smallest },
    );
    const isFirst = fails < 0 && fits === sizes.length;
    if (isFit) fits = next;
    else fails = next;
    next = isFirst ? next + (isFit ? -1 : 1) : (fails + fits) >> 1;
  }
  return sizes[fits];
}

/** Characters as wide as they are high; most others are half as wide. */
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu;

/** Estimates the index in `sizes` of the largest size at which a headline fits. */
function likelySize(card: DrawnCard, headline: string): number {
  const { width, height } = headlineRoom(card);
  const letters = headline.length / 2 + (headline.match(wide)?.length ?? 0) / 2;
  const largest = Math.sqrt((width * height) / (letters * lineHeightOf(card)));
  const index = sizes.findIndex((size) => size <= largest);
  return index < 0 ? sizes.length - 1 : index;
}

/** Whether a headline fits into its room. `breakWords`: words may be divided. */
async function fitsRoom(
  renderer: Pick<Renderer, 'measure'>,
  card: DrawnCard,
  fit: CardFit,
  { breakWords }: { readonly breakWords: boolean },
): Promise<boolean> {
  const { width, height } = headlineRoom(card);
  const node = headlineNode(card, fit);
  // Balancing lines does not change their number, and takes longer.
  const overflowWrap = breakWords ? 'anywhere' : 'normal';
  const style = { ...node.style, overflowWrap, textWrap: 'wrap' } as const;
  const measured = await renderer.measure({ ...node, style }, { width });
  if (measured.height > height) return false;
  return breakWords || widestLine(measured, fit.size, fit.size * lineHeightOf(card)) <= width;
}

/**
 * Widths of a space as a part of the font size. A space at the end of a line does not count: the
 * minimum is subtracted where a line has one word, the maximum where it has several, since such a
 * line is never too wide.
 */
const space = { min: 0.2, max: 0.4 } as const;

/** A break opportunity between two words. */
const between = /[^\S\u00a0\u202f]|\u200b/u;

/** The width of the widest line. A line wider than its room is a single word. */
function widestLine({ runs }: MeasuredNode, size: number, lineHeight: number): number {
  const lines = Map.groupBy(runs, ({ y, height }) => Math.floor((y + height / 2) / lineHeight));
  const widths = [...lines.values()].map((line) => {
    const words = line.map(({ text }) => text).join('');
    const end = (between.test(words.trim()) ? space.max : space.min) * size;
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

/** Offsets of the end of each word, and of each letter in a word that is too long for a card. */
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

/** A zero-width space: it allows a line break. */
const breakMark = '\u200b';

/** Never begins a line: closing marks, and particles that belong to the word before. */
const tail =
  /^(?:[\p{Pe}\p{Pf}\p{Po}\p{Pd}ーゝゞ々…～]+$|[\p{sc=Hira}]+$|[的了着著过過吗嗎呢吧们們人者员員家]$)/u;

/** Never ends a line: opening marks. */
const head = /[\p{Ps}\p{Pi}]$/u;

/** Words of one character. Any two others in a row are probably halves of a word that ICU does not know. */
const singleWords = '在和与與是以为為被把将將对對从從到向于於不有也就都';
const half = new RegExp(`^(?![${singleWords}])\\p{sc=Han}$`, 'u');

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u;

/**
 * Marks where the lines of a Chinese or Japanese headline may end: between words, but not before a
 * particle. Other scripts have spaces; there only breaks after dashes are marked. For use with
 * `word-break: keep-all`.
 */
export function markBreaks(text: string, language: string): string {
  if (!unspaced.test(text)) return text.replace(/(?<=[…—/])(?=\p{L})/gu, breakMark);
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let marked = '';
  let last = '';
  for (const { segment } of segmenter.segment(text)) {
    const halves = half.test(last) && half.test(segment);
    const joined = marked === '' || halves || tail.test(segment) || head.test(marked);
    const inside = unspaced.test(segment) || unspaced.test(marked.at(-1) ?? '');
    marked += joined || !inside ? segment : breakMark + segment;
    last = segment;
  }
  return marked;
}
