import type { Story } from '../../content/article/article.ts';
import { joinNames } from '../../language/join-names.ts';
import { splitSentence } from '../../language/split-sentence.ts';
import type { Words } from '../../language/words.ts';
import { fillSentence, linked, type TextPart } from './credit-view.ts';
import { type DateText, differs, toDateText } from './date-text.ts';
import type { StoryStatus } from './story-inputs.ts';

/** A dated line of the header: `Published 6 January 2026`. */
export interface DateLine extends DateText {
  readonly label: string;
}

export function bylineOf({ authors, language }: Story, words: Words): { byline?: TextPart[] } {
  return authors.length === 0 ? {} : { byline: bylineParts(authors, words, language) };
}

/** The byline with each author's name a link of its own where an address is known. */
function bylineParts(authors: Story['authors'], words: Words, language: string): TextPart[] {
  const marks = authors.map((_, index) => String.fromCharCode(0xe100 + index));
  const line = words.article.byline(joinNames(marks, language));
  const pieces = line
    .split(new RegExp(`([${marks.join('')}])`, 'u'))
    .filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const author = authors[marks.indexOf(piece)];
    return author ? { ...linked(author.name, author.url), isName: true } : { text: piece };
  });
}

export function translatorOf({ translator }: Story, words: Words): { translator?: TextPart[] } {
  if (translator === undefined) return {};
  const sentence = splitSentence(words.article.translatedBy);
  return { translator: fillSentence(sentence, [{ text: translator, isName: true }]) };
}

export function datesOf(story: Story, words: Words, timeZone: string): DateLine[] {
  const { language, updated } = story;
  const line = (label: string, date: NonNullable<Story['updated']>) => ({
    label,
    ...toDateText(date, language, timeZone),
  });
  if (story.kind === 'page') return updated ? [line(words.article.updated, updated)] : [];
  const lines = [line(words.article.published, story.date)];
  if (updated && differs(updated, story.date)) lines.push(line(words.article.updated, updated));
  return lines;
}

/** In the live preview: why a story is not published. */
export function statusText(
  { status }: { readonly status?: StoryStatus },
  { page }: Words,
): string | undefined {
  return status && page[status];
}
