import type { Story } from '../../content/article/article.ts';
import { formatSentence } from '../../language/format-sentence.ts';
import { joinNames } from '../../language/join-names.ts';
import type { Words } from '../../language/words.ts';
import { nameIn, type TextPart, toSentenceParts } from './credit-view.ts';
import { type DateText, differs, toDateText } from './date-text.ts';
import type { StoryInputs, TextInputs } from './story-inputs.ts';
import { toHref, type ViewContext } from './view-context.ts';

/** A dated line of the header: `Published 6 January 2026`. */
export interface DateLine extends DateText {
  readonly label: string;
}

/** The byline, in which names are links to the pages of the authors. Undefined without authors. */
export function bylineOf(
  context: ViewContext,
  { authors, story: { language } }: Pick<TextInputs, 'authors' | 'story'>,
  words: Words,
): TextPart[] | undefined {
  if (authors.length === 0) return undefined;
  const parts = authors.map(({ name, address, sameAs: [url] }): TextPart => {
    if (address === undefined) return nameIn(language, name, url);
    return { ...nameIn(language, name, toHref(context, address)), rel: 'author' };
  });
  return joinedAuthors(parts, language, words.article.byline);
}

/**
 * The names of authors, which may be in another script than what joins them. `sentence` puts the
 * joined names into a sentence.
 */
export function joinedAuthors(
  authors: readonly TextPart[],
  language: string,
  sentence: Words['article']['byline'] = '{names}',
): TextPart[] {
  // Characters for private use mark where the names are.
  const marks = authors.map((_, index) => String.fromCharCode(0xe100 + index));
  const pieces = formatSentence(sentence, { names: joinNames(marks, language) })
    .split(new RegExp(`([${marks.join('')}])`, 'u'))
    .filter((piece) => piece !== '');
  return pieces.map((piece) => {
    const author = authors[marks.indexOf(piece)];
    return author ? { ...author, isName: true } : { text: piece };
  });
}

/** `Part 3 of THE STORY`, or its title for the only article. Undefined outside running stories. */
export function seriesLine(
  context: ViewContext,
  { series, story: { language } }: Pick<StoryInputs, 'series' | 'story'>,
  words: Words,
): TextPart[] | undefined {
  if (series === undefined) return undefined;
  const { name, address, part } = series;
  const link: TextPart = {
    ...nameIn(language, name, toHref(context, address)),
    rel: 'collection',
  };
  if (part === undefined) return [link];
  return toSentenceParts(words.stories.part, { part: { text: String(part) }, story: link });
}

export function translatorLine({ translator }: Story, words: Words): TextPart[] | undefined {
  if (translator === undefined) return undefined;
  return toSentenceParts(words.article.translatedBy, {
    name: { text: translator, isName: true },
  });
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
