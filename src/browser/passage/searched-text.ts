/** A text in which passages are looked for: each of its blocks is one line. */
export interface SearchedText {
  readonly text: string;
  /** The same, place by place, as it is compared. */
  readonly folded: string;
  readonly bounds: WordBounds;
}

/** Places in a text: from, and up to. */
export type Passage = readonly [from: number, to: number];

export function createSearchedText(text: string, language: string): SearchedText {
  return { text, folded: foldText(text), bounds: findWordBounds(text, language) };
}

/**
 * A text as passages are compared: without capitals and without marks on letters. As long as the
 * text itself, unit by unit, so that places in one are places in the other.
 */
export function foldText(text: string): string {
  return text.replace(/[A-Z\x80-\uffff]/g, (unit) => {
    const [base = unit, ...marks] = unit.normalize('NFD');
    // Syllables of Hangul come apart as well, into letters that are no marks.
    const bare = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark)) ? base : unit;
    const lower = bare.toLowerCase();
    return lower.length === 1 ? lower : unit;
  });
}

/** Where words of a text begin and end. Places are counted in UTF-16 units. */
interface WordBounds {
  /** Whether no word goes on across this place. */
  isBound(place: number): boolean;
  /** The end of the word at a place, or of the next one; at most `limit`. */
  wordEnd(place: number, limit: number): number;
  /** The beginning of the word before a place; at least `limit`. */
  wordStart(place: number, limit: number): number;
}

type Segment = readonly [from: number, to: number, isWord: boolean];

/** Scripts that part no words with spaces: a browser without a dictionary finds none there. */
const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Bounds of the words of a text in a language, as the browser's dictionary has them; without one
 * (Firefox before 125), a run of letters and numbers is a word.
 */
export function findWordBounds(text: string, language: string): WordBounds {
  const segmentAt = 'Segmenter' in Intl ? bySegmenter(text, language) : bySigns(text);
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

/** Exported for its test: browsers that run the tests have a dictionary. */
export function bySigns(text: string): (place: number) => Segment {
  const isWord = (place: number) => {
    const sign = text[place] ?? '';
    return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(sign) && !unparted.test(sign);
  };
  return (place) => {
    if (!isWord(place)) return [place, place + 1, unparted.test(text[place] ?? '')];
    let [from, to] = [place, place + 1];
    while (from > 0 && isWord(from - 1)) from -= 1;
    while (to < text.length && isWord(to)) to += 1;
    return [from, to, true];
  };
}
