import { findPassages } from './find-passages.ts';
import type { Passage, SearchedText } from './searched-text.ts';
import type { TextDirective } from './text-directive.ts';

/** Characters of the address: a longer passage is named by how it begins and how it ends. */
const longestWhole = 300;

/** Characters: a shorter one is named with what stands around it, lest an edit doubles it. */
const longEnough = 20;

/** Words around a passage that are tried, one number after the other. */
const contexts = [0, 3, 6, 12, 24] as const;

/** Words by which a long passage is named at its beginning, and at its end. */
const ends = 4;

/**
 * The shortest directive found that fits this passage and no other (`findPassages`); undefined
 * where none does. Halves of words are made whole; spaces at the ends are left out.
 */
export function createDirective(
  searched: SearchedText,
  passage: Passage,
): TextDirective | undefined {
  const [from, to] = toWords(searched, passage);
  if (from >= to) return undefined;
  for (const words of contexts) {
    const named = nameBy(searched, [from, to], words);
    const isShort = !named.textEnd && to - from < longEnough;
    if (words === 0 && isShort) continue;
    const [first, second] = firstTwo(findPassages(searched, named));
    if (first?.[0] === from && first[1] === to && !second) return named;
  }
  return undefined;
}

function toWords({ text, bounds }: SearchedText, [begin, end]: Passage): Passage {
  let [from, to] = [begin, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (from < to && /\s/.test(text[to - 1] ?? '')) to -= 1;
  if (!bounds.isBound(from)) from = bounds.wordStart(from, 0);
  if (!bounds.isBound(to)) to = bounds.wordEnd(to, text.length);
  return [from, to];
}

/** A directive with so many words before and behind, as far as their blocks reach. */
function nameBy(searched: SearchedText, [from, to]: Passage, words: number): TextDirective {
  const { text } = searched;
  const whole = text.slice(from, to);
  let before = from;
  while (/\s/.test(text[before - 1] ?? '')) before -= 1;
  let behind = to;
  while (/\s/.test(text[behind] ?? '')) behind += 1;
  const prefix = text.slice(wordsBack(searched, before, words, 0), before);
  const suffix = text.slice(behind, wordsOn(searched, behind, words, text.length));
  const start = wordsOn(searched, from, ends + words, to);
  const end = wordsBack(searched, to, ends + words, from);
  const isWhole =
    !whole.includes('\n') && (encodeURIComponent(whole).length <= longestWhole || start > end);
  return {
    ...(isWhole
      ? { textStart: whole }
      : { textStart: text.slice(from, start), textEnd: text.slice(end, to) }),
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
  };
}

/** The place so many words on, within its block and at most `limit`. */
function wordsOn({ text, bounds }: SearchedText, place: number, words: number, limit: number) {
  const line = text.indexOf('\n', place);
  const most = line < 0 ? limit : Math.min(line, limit);
  let at = place;
  for (let count = 0; count < words && at < most; count += 1) at = bounds.wordEnd(at, most);
  return at;
}

function wordsBack(
  { text, bounds }: SearchedText,
  place: number,
  words: number,
  limit: number,
) {
  const least = place === 0 ? 0 : Math.max(text.lastIndexOf('\n', place - 1) + 1, limit);
  let at = place;
  for (let count = 0; count < words && at > least; count += 1) at = bounds.wordStart(at, least);
  return at;
}

function firstTwo<T>(found: Iterable<T>): T[] {
  const two: T[] = [];
  for (const item of found) {
    two.push(item);
    if (two.length === 2) break;
  }
  return two;
}
