import { findPassages } from './find-passages.ts';
import type { Passage, SearchedText } from './searched-text.ts';
import type { TextDirective } from './text-directive.ts';

/** Characters in the address; a longer passage is given by its first and last words. */
const longestWhole = 300;

/** Characters; a shorter passage gets context, in case an edit of the text repeats it. */
const longEnough = 20;

/** Numbers of context words before and after a passage, in the order in which they are tried. */
const contexts = [0, 3, 6, 12, 24] as const;

/** Words at the start and the end by which a long passage is given. */
const endWords = 4;

/**
 * Creates the first of several directives that matches only this passage (`findPassages`); undefined
 * if none does. The passage is extended to whole words, without spaces at its ends.
 */
export function createDirective(
  searched: SearchedText,
  passage: Passage,
): TextDirective | undefined {
  const [from, to] = toWords(searched, passage);
  if (from >= to) return undefined;
  for (const words of contexts) {
    const directive = directiveWith(searched, [from, to], words);
    const isShort = !directive.textEnd && to - from < longEnough;
    if (words === 0 && isShort) continue;
    const [first, second] = firstTwo(findPassages(searched, directive));
    if (first?.[0] === from && first[1] === to && !second) return directive;
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

/** A directive with a number of context words on each side, within their blocks. */
function directiveWith(
  searched: SearchedText,
  [from, to]: Passage,
  words: number,
): TextDirective {
  const { text } = searched;
  const whole = text.slice(from, to);
  let before = from;
  while (/\s/.test(text[before - 1] ?? '')) before -= 1;
  let after = to;
  while (/\s/.test(text[after] ?? '')) after += 1;
  const prefix = text.slice(wordsBack(searched, before, words, 0), before);
  const suffix = text.slice(after, wordsOn(searched, after, words, text.length));
  const start = wordsOn(searched, from, endWords + words, to);
  const end = wordsBack(searched, to, endWords + words, from);
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

/** The place a number of words ahead, within its block and at most `limit`. */
function wordsOn({ text, bounds }: SearchedText, place: number, words: number, limit: number) {
  const line = text.indexOf('\n', place);
  const end = line < 0 ? limit : Math.min(line, limit);
  let at = place;
  for (let count = 0; count < words && at < end; count += 1) at = bounds.wordEnd(at, end);
  return at;
}

function wordsBack(
  { text, bounds }: SearchedText,
  place: number,
  words: number,
  limit: number,
) {
  const start = place === 0 ? 0 : Math.max(text.lastIndexOf('\n', place - 1) + 1, limit);
  let at = place;
  for (let count = 0; count < words && at > start; count += 1) at = bounds.wordStart(at, start);
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
