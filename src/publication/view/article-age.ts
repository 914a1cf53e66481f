import type { Article } from '../../content/article/article.ts';
import { type PluralForms, pluralCategory } from '../../language/plural.ts';
import type { Words } from '../../language/words.ts';

/** What a script makes the notice on an old article from. The age is known only when it is read. */
export interface AgeView {
  /** The day of publication: `2026-01-06`. */
  readonly day: string;
  /**
   * Lines, each a number of years and the notice from that age on, in which `#` is the number of
   * years. Asking `Intl` for the plural form in the browser would delay the first paint.
   */
  readonly notices: string;
  /** IANA name of the time zone that decides which day is today, if it is not UTC. */
  readonly timeZone?: string;
}

/** The last notice is used for any greater age. */
const maxYears = 150;

export function ageOf(
  { date }: Pick<Article, 'date'>,
  { article, language }: Words,
  timeZone: string,
): AgeView {
  return {
    day: date.day,
    notices: noticesOf(article.olderThan, language),
    timeZone: timeZone === 'UTC' ? undefined : timeZone,
  };
}

/** They are the same for all articles in one language. */
const known = new WeakMap<PluralForms, string>();

function noticesOf(forms: PluralForms, language: string): string {
  const notices = known.get(forms) ?? toNotices(language, forms).join('\n');
  known.set(forms, notices);
  return notices;
}

/** A line for each age at which the plural form changes. */
function toNotices(language: string, forms: PluralForms): string[] {
  const notices: string[] = [];
  let last: string | undefined;
  for (let years = 1; years <= maxYears; years += 1) {
    const form = forms[pluralCategory(years, language)] ?? forms.other;
    if (form !== last) notices.push(`${years} ${form}`);
    last = form;
  }
  return notices;
}
