import type { FoundArticle } from './search-index.ts';

/** The words of an article's text. A location is an index of `list`. */
export interface ArticleWords {
  readonly list: readonly string[];
  /** What is between words: nothing in languages without spaces. */
  readonly space: '' | ' ';
}

/** Splits the text of an article as the index does. */
export function wordsOf({ raw_content }: FoundArticle): ArticleWords {
  const isSpaceless = raw_content.includes('\u200b');
  const list = raw_content.split(isSpaceless ? '\u200b' : /\s+/u).map(toText);
  return { list, space: isSpaceless ? '' : ' ' };
}

/** The index escapes only these two characters. */
function toText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** Punctuation around words. Characters such as `%` belong to the word. */
const around = /^((?:(?![%‰&@#])\p{P}|\s)*)(.*?)((?:(?![%‰&@#])\p{P}|\s)*)$/su;

/** Splits a text into leading punctuation, words, and trailing punctuation. */
export function splitPunctuation(text: string): readonly [string, string, string] {
  const [, before = '', words = '', after = ''] = around.exec(text) ?? [];
  return [before, words, after];
}

/** A piece of a text, and whether it was found. */
export interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** The words from `start` to before `end`, with those at `hits` marked, without punctuation. */
export function markWords(
  { list, space }: ArticleWords,
  [start, end]: readonly [number, number],
  hits: ReadonlySet<number>,
): TextPart[] {
  const pieces = list.slice(start, end).flatMap((word, index): TextPart[] => {
    const gap = { text: index === 0 ? '' : space, isMarked: false };
    if (!hits.has(start + index)) return [gap, { text: word, isMarked: false }];
    const [before, own, after] = splitPunctuation(word);
    return [
      gap,
      { text: before, isMarked: false },
      { text: own, isMarked: true },
      { text: after, isMarked: false },
    ];
  });
  const parts: TextPart[] = [];
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = parts.at(-1);
    if (last?.isMarked === piece.isMarked)
      parts[parts.length - 1] = { ...last, text: last.text + piece.text };
    else parts.push(piece);
  }
  return parts;
}
