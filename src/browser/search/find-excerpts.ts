import { compoundingOf, shortestPart } from '../../language/compounds.ts';
import {
  foldWord,
  queryForms,
  searchedWord,
  searchForms,
} from '../../language/search-forms.ts';
import { type ArticleWords, markWords, type TextPart, wordsOf } from './article-words.ts';
import type { FoundArticle } from './search-index.ts';
import { splitSentences, type WordRange } from './split-sentences.ts';

/** Whole sentences of an article around what was found. */
export interface Excerpt {
  /** The heading above; empty before the first one. */
  readonly heading: readonly TextPart[];
  readonly text: readonly TextPart[];
  /** Adjacent locations to link to; empty if nothing was found here. */
  readonly found: readonly number[];
}

/** What was found in an article: locations, and terms that have none. */
export interface FoundWords {
  readonly locations: readonly number[];
  readonly unplaced: readonly string[];
}

/** The most excerpts of an article. */
const maxExcerpts = 3;

/** UTF-16 units of the longest excerpt, and of a sentence that is shown with the next one. */
const sizes = { ' ': { longest: 300, short: 80 }, '': { longest: 150, short: 40 } } as const;

/** Words between two anchors, such as a paragraph, with the heading above. */
interface Block {
  readonly range: WordRange;
  readonly heading?: WordRange;
  readonly headingText: string;
  /** Whether it is the first below its heading. */
  readonly isFirst: boolean;
}

/**
 * The excerpts of an article in the order of its text: those with the most words that were found. If
 * nothing was found in its text, its first sentence. Blocks, such as paragraphs, are never joined.
 */
export function findExcerpts(
  article: FoundArticle,
  { locations, unplaced }: FoundWords,
  language: string,
): readonly Excerpt[] {
  const words = wordsOf(article);
  const hits = new Set([...locations, ...findUnplaced(words, unplaced, language)]);
  const blocks = blocksOf(article, words);
  const isHit = ([start, end]: WordRange) => countHits([start, end], hits) > 0;
  const rated = blocks.map((block, place) => {
    const own = countHits(block.range, hits);
    const above = block.heading && block.isFirst ? countHits(block.heading, hits) : 0;
    return { block, place, count: own + above };
  });
  const best = rated
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.place - b.place)
    .slice(0, maxExcerpts)
    .toSorted((a, b) => a.place - b.place)
    .map(({ block }) => block);
  const shown = best.length > 0 ? best : blocks.slice(0, 1);
  return shown.map(({ range, heading, headingText }) => {
    const text = sentencesOf(words, range, { hits, language });
    const source = isHit(text.range) || !heading ? text.range : heading;
    return {
      heading:
        heading && best.length > 0
          ? withoutStop(markWords(words, heading, hits), headingText)
          : [],
      text: withEllipses(markWords(words, text.range, hits), text.cut),
      found: firstRun(source, hits),
    };
  });
}

/** Divides the text of an article at its anchors. */
function blocksOf({ anchors }: FoundArticle, words: ArticleWords): Block[] {
  const blocks: Block[] = [];
  const sorted = anchors.toSorted((a, b) => a.location - b.location);
  let heading: WordRange | undefined;
  let headingText = '';
  let isFirst = false;
  const add = (start: number, end: number) => {
    if (start >= end || words.list.slice(start, end).every((word) => word.trim() === ''))
      return;
    blocks.push({ range: [start, end], ...(heading ? { heading } : {}), headingText, isFirst });
    isFirst = false;
  };
  add(0, sorted[0]?.location ?? words.list.length);
  for (const [index, { element, location, text }] of sorted.entries()) {
    const end = sorted[index + 1]?.location ?? words.list.length;
    let start = location;
    if (/^h\d$/u.test(element) && text !== undefined) {
      start = endOfText(words, location, text);
      heading = [location, start];
      headingText = text;
      isFirst = true;
    }
    add(start, end);
  }
  // A heading at the end has nothing below.
  if (isFirst && heading)
    blocks.push({ range: [heading[1], heading[1]], heading, headingText, isFirst });
  return blocks;
}

/** Where a text ends that begins at a location. */
function endOfText({ list }: ArticleWords, start: number, text: string): number {
  let left = text.replace(/\s/gu, '').length;
  let end = start;
  while (left > 0 && end < list.length) {
    left -= list[end]?.replace(/\s/gu, '').length ?? 0;
    end += 1;
  }
  // The full stop that the index adds is a word of its own in languages without spaces.
  return /^[.。]\s*$/u.test(list[end] ?? '') ? end + 1 : end;
}

/** The sentence with the most hits, and where it was cut. */
function sentencesOf(
  words: ArticleWords,
  block: WordRange,
  { hits, language }: { readonly hits: ReadonlySet<number>; readonly language: string },
): { readonly range: WordRange; readonly cut: readonly [boolean, boolean] } {
  const sentences = splitSentences(words, block, language);
  const counts = sentences.map((range) => countHits(range, hits));
  const best = counts.indexOf(Math.max(0, ...counts));
  let [start, end] = sentences[best] ?? [block[0], block[0]];
  const lengthOf = (from: number, to: number) =>
    words.list.slice(from, to).join(words.space).length;
  const { longest, short } = sizes[words.space];
  const next = sentences[best + 1];
  const previous = sentences[best - 1];
  if (lengthOf(start, end) < short && next && lengthOf(start, next[1]) <= longest)
    end = next[1];
  else if (lengthOf(start, end) < short && previous && lengthOf(previous[0], end) <= longest)
    start = previous[0];
  if (lengthOf(start, end) <= longest) return { range: [start, end], cut: [false, false] };
  // A sentence that is too long is cut around its first hit.
  const whole: WordRange = [start, end];
  const hit = [...hits]
    .filter((at) => at >= start && at < end)
    .reduce((a, b) => Math.min(a, b), end);
  while (start < hit && hit < end && lengthOf(start, hit) > longest / 3) start += 1;
  while (end > start + 1 && lengthOf(start, end) > longest) end -= 1;
  return { range: [start, end], cut: [start > whole[0], end < whole[1]] };
}

/** Removes the full stop that the index adds to a heading. */
function withoutStop(parts: readonly TextPart[], heading: string): TextPart[] {
  const last = parts.at(-1);
  if (!last || /[.。]\s*$/u.test(heading)) return [...parts];
  return [...parts.slice(0, -1), { ...last, text: last.text.replace(/[.。]\s*$/u, '') }];
}

function withEllipses(
  parts: readonly TextPart[],
  [before, after]: readonly [boolean, boolean],
): TextPart[] {
  const ellipsis = { text: '…', isMarked: false };
  return [...(before ? [ellipsis] : []), ...parts, ...(after ? [ellipsis] : [])];
}

function countHits([start, end]: WordRange, hits: ReadonlySet<number>): number {
  let count = 0;
  for (const at of hits) if (at >= start && at < end) count += 1;
  return count;
}

/** The longest run of adjacent hits, the first of several. */
function firstRun([start, end]: WordRange, hits: ReadonlySet<number>): number[] {
  let best: number[] = [];
  let run: number[] = [];
  for (let at = start; at < end; at += 1) {
    run = hits.has(at) ? [...run, at] : [];
    if (run.length > best.length) best = run;
  }
  return best;
}

/**
 * The locations of terms that the index found by another form of a word, of which it does not give the
 * location: `lodz` for `Łódź`, `의회` in `서울시의회`.
 */
function findUnplaced(
  { list }: ArticleWords,
  terms: readonly string[],
  language: string,
): number[] {
  const asked = new Set(
    terms.flatMap((term) =>
      [term, ...queryForms(term, language)].flatMap(
        (form) => form.match(searchedWord)?.map((word) => foldWord(word, language)) ?? [],
      ),
    ),
  );
  if (asked.size === 0) return [];
  return list.flatMap((word, place) => {
    const forms = (word.match(wordWithApostrophes) ?? []).flatMap((own) => [
      foldWord(own, language),
      ...searchForms(own, language),
    ]);
    const has = (form: string, one: string) =>
      form.startsWith(one) || (isCompound(form, one, language) && form.includes(one));
    return forms.some((form) => [...asked].some((one) => has(form, one))) ? [place] : [];
  });
}

/** Whether a word may be a compound with another one in it: `Verfassungsgericht`. */
function isCompound(form: string, part: string, language: string): boolean {
  return (
    part.length >= shortestPart &&
    form.length >= part.length + shortestPart &&
    compoundingOf(language) !== undefined
  );
}

const wordWithApostrophes = /[\p{L}\p{M}\p{N}ー]+(?:['’ʼ＇][\p{L}\p{M}\p{N}]+)*/gu;
