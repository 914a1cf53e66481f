import type { Article, Correction, Story } from '../../content/article/article.ts';
import { sourceNameOf } from '../../content/article/original.ts';
import { formatDay } from '../../language/format-date.ts';
import type { Words } from '../../language/words.ts';
import { linked, type TextPart, toSentenceParts } from './credit-view.ts';
import { type DateText, toDateText } from './date-text.ts';
import type { Link } from './link.ts';

export interface CorrectionView {
  readonly kind: string;
  readonly date: DateText;
  readonly text: string;
  /** On the page of a running story: the article that was corrected. */
  readonly article?: Link;
}

/** Undefined for a story without corrections. */
export function correctionsView(
  { corrections, language }: Story,
  words: Words,
  timeZone: string,
): { readonly title: string; readonly items: readonly CorrectionView[] } | undefined {
  if (corrections.length === 0) return undefined;
  const items = corrections.map((correction) =>
    toCorrection(correction, language, words, timeZone),
  );
  return { title: words.corrections.title, items };
}

export function toCorrection(
  { kind, date, text }: Correction,
  language: string,
  words: Words,
  timeZone: string,
): CorrectionView {
  return {
    kind: words.corrections[kind],
    date: toDateText(date, language, timeZone),
    text,
  };
}

/** Who first published the article and when, then a link to the archived original. */
export function sourceLines(article: Article, words: Words): TextPart[][] | undefined {
  const { source, language } = article;
  const name = sourceNameOf(article);
  if (!source || name === undefined) return undefined;
  const { url, published, archived } = source;
  const sentence = published
    ? toSentenceParts(words.source.publishedByOn, {
        source: linked(name, url),
        day: { text: formatDay(published.day, language) },
      })
    : toSentenceParts(words.source.publishedBy, { source: linked(name, url) });
  const link = archived === undefined ? [] : [[linked(words.source.archivedCopy, archived)]];
  return [sentence, ...link];
}

/** The licence of the text; undefined if the article names none. */
export function licenceLine({ licence }: Article, words: Words): TextPart[] | undefined {
  if (!licence) return undefined;
  return [
    { text: words.source.licenceOfText + words.page.labelSeparator },
    linked(licence.name, licence.url),
  ];
}
