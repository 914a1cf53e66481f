import type { Article, Correction } from '../../content/article/article.ts';
import { formatDay } from '../../language/format-date.ts';
import { splitSentence } from '../../language/split-sentence.ts';
import type { Words } from '../../language/words.ts';
import { fillSentence, linked, type TextPart } from './credit-view.ts';
import { type DateText, toDateText } from './date-text.ts';

export interface CorrectionView {
  readonly kind: string;
  readonly date: DateText;
  readonly text: string;
}

export function correctionsOf(
  corrections: readonly Correction[],
  words: Words,
  language: string,
  timeZone: string,
) {
  if (corrections.length === 0) return {};
  const items = corrections.map(({ kind, date, text }) => ({
    kind: words.corrections[kind],
    date: toDateText(date, language, timeZone),
    text,
  }));
  return { corrections: { title: words.corrections.title, items } };
}

export function sourceOf(
  { source, language }: Article,
  words: Words,
): { source?: TextPart[][] } {
  if (!source) return {};
  const name = source.name ?? (source.url === undefined ? '' : new URL(source.url).hostname);
  if (name === '') return {};
  const day = source.published && { text: formatDay(source.published.day, language) };
  const sentence = day
    ? fillSentence(splitSentence(words.source.publishedByOn), [linked(name, source.url), day])
    : fillSentence(splitSentence(words.source.publishedBy), [linked(name, source.url)]);
  const archived =
    source.archived === undefined ? [] : [[linked(words.source.archivedCopy, source.archived)]];
  return { source: [sentence, ...archived] };
}

export function licenceOf(
  article: Article | undefined,
  words: Words,
): { licence?: TextPart[] } {
  if (!article?.licence) return {};
  const { name, url } = article.licence;
  return {
    licence: [
      { text: words.source.licenceOfText + words.page.labelSeparator },
      linked(name, url),
    ],
  };
}
