import type { Story } from '../../content/article/article.ts';
import { joinNames } from '../../language/join-names.ts';
import { splitSentence } from '../../language/split-sentence.ts';
import type { Words } from '../../language/words.ts';
import { fillSentence, nameIn, type TextPart } from './credit-view.ts';
import { type DateText, differs, toDateText } from './date-text.ts';

/** A dated line of the header: `Published 6 January 2026`. */
export interface DateLine extends DateText {
  readonly label: string;
}

/** The byline, in which the name of each author with a URL is a link. Undefined without authors. */
export function bylineOf({ authors, language }: Story, words: Words): TextPart[] | undefined {
  if (authors.length === 0) return undefined;
  return joinedAuthors(authors, language, words.article.byline);
}

/**
 * The names of authors, which may be in another script than what joins them. `sentence` puts the
 * joined names into a sentence.
 */
export function joinedAuthors(
  authors: Story['authors'],
  language: string,
  sentence: (names: string) => string = (names) => names,
): TextPart[] {
  // Characters for private use mark where the names are.
  const marks = authors.map((_, index) => String.fromCharCode(0xe100 + index));
  const pieces = sentence(joinNames(marks, language))
    .split(new RegExp(`([${marks.join('')}])`, 'u'))
    .filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const author = authors[marks.indexOf(piece)];
    return author
      ? { ...nameIn(language, author.name, author.url), isName: true }
      : { text: piece };
  });
}

export function translatorLine({ translator }: Story, words: Words): TextPart[] | undefined {
  if (translator === undefined) return undefined;
  const sentence = splitSentence(words.article.translatedBy);
  return fillSentence(sentence, [{ text: translator, isName: true }]);
}

/** When a story was published and updated. A page has no date of publication. */
export function dateLines(story: Story, words: Words, timeZone: string): DateLine[] {
  const { language, updated } = story;
  const line = (label: string, date: NonNullable<Story['updated']>) => ({
    label,
    ...toDateText(date, language, timeZone),
  });
  if (story.kind !== 'article') return updated ? [line(words.article.updated, updated)] : [];
  const lines = [line(words.article.published, story.date)];
  if (updated && differs(updated, story.date)) lines.push(line(words.article.updated, updated));
  return lines;
}
