/** A text for searching passages. Each block is one line. */
export interface SearchedText {
  readonly text: string;
  /** The text for comparison, of the same length (`foldText`). */
  readonly folded: string;
  readonly bounds: WordBounds;
}

/** Start and end (exclusive) of a passage in a text. */
export type Passage = readonly [from: number, to: number];

export function createSearchedText(text: string, language: string): SearchedText {
  return { text, folded: foldText(text), bounds: findWordBounds(text, language) };
}

/**
 * Folds a text for comparison: lower case, without accents. Each UTF-16 unit stays at its place, so
 * that places are the same in both texts.
 */
export function foldText(text: string): string {
  return text.replace(/[A-Z\x80-\uffff]/g, (unit) => {
    const [base = unit, ...marks] = unit.normalize('NFD');
    // Syllables of Hangul are decomposed too, into letters rather than marks.
    const bare = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? base : unit;
    const lower = bare.toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
}

/** The boundaries of the words of a text. Places are in UTF-16 units. */
interface WordBounds {
  /** Whether a place is not inside a word. */
  isBound(place: number): boolean;
  /** The end of the word at a place, or of the next word; at most `limit`. */
  wordEnd(place: number, limit: number): number;
  /** The start of the word before a place; at least `limit`. */
  wordStart(place: number, limit: number): number;
}

type Segment = readonly [from: number, to: number, isWord: boolean];

/** Scripts without spaces between words. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Finds the word boundaries of a text with the browser's `Intl.Segmenter`. Without it (Firefox before
 * 125), a word is a run of letters and numbers.
 */
export function findWordBounds(text: string, language: string): WordBounds {
  const segmentAt = 'Segmenter' in Intl ? bySegmenter(text, language) : byCharacters(text);
  return {
    isBound(place) {
      if (place <= 0 || place >= text.length) return true;
      const [from, , isWord] = segmentAt(place);
      return !isWord || from === place;
    },
    wordEnd(place, limit) {
      for (let at = place; at < limit; ) {
        const [, to, isWord] = segmentAt(at);
        if (isWord) return Math.min(to, limit);
        at = to;
      }
      return limit;
    },
    wordStart(place, limit) {
      for (let at = place; at > limit; ) {
        const [from, , isWord] = segmentAt(at - 1);
        if (isWord) return Math.max(from, limit);
        at = from;
      }
      return limit;
    },
  };
}

function bySegmenter(text: string, language: string): (place: number) => Segment {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(text);
  return (place) => {
    const {
      index = place,
      segment = ' ',
      isWordLike = false,
    } = segments.containing(place) ?? {};
    return [index, index + segment.length, isWordLike];
  };
}

/** Exported for tests, since Node has `Intl.Segmenter`. */
export function byCharacters(text: string): (place: number) => Segment {
  const isWord = (place: number) => {
    const sign = text[place] ?? '';
    return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(sign) && !spaceless.test(sign);
  };
  return (place) => {
    if (!isWord(place)) return [place, place + 1, spaceless.test(text[place] ?? '')];
    let [from, to] = [place, place + 1];
    while (from > 0 && isWord(from - 1)) from -= 1;
    while (to < text.length && isWord(to)) to += 1;
    return [from, to, true];
  };
}
