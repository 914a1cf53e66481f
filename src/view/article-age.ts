import type { Article } from '../article/article.ts';
import { wordsFor } from '../language/words-for.ts';

/** What the notice on an old article is made of when it is read, which no build can know. */
export interface AgeView {
  /**
   * JSON: the notice by plural category, `#` standing for the years; `other` is always there
   * and serves for the categories that are not.
   */
  readonly forms: string;
  /** For `Intl.PluralRules` and `Intl.NumberFormat`: where words are lacking, not the page's own. */
  readonly language: string;
  /** The day of publication as written: `2026-01-06`. */
  readonly day: string;
  /** The zone, by its IANA name, whose today counts. */
  readonly timeZone: string;
}

/** Nothing for a page that is no news. */
export function ageOf(article: Article | undefined, timeZone: string): { age?: AgeView } {
  if (!article) return {};
  const { words, language } = wordsFor(article.language);
  const forms = JSON.stringify(words.article.olderThan);
  return { age: { forms, language, day: article.date.day, timeZone } };
}
