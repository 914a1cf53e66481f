import type { Article } from '../../content/article/article.ts';
import { createPlural } from '../../language/plural.ts';
import { wordsFor } from '../../language/words-for.ts';

/** What the notice on an old article is made of when it is read, which no build can know. */
export interface AgeView {
  /** The day of publication as written: `2026-01-06`. */
  readonly day: string;
  /**
   * Lines: a number of years and the notice from so many on, in which `#` is the number. A
   * browser that asked `Intl` for its form would hold back the text of the page.
   */
  readonly notices: string;
  /** The zone, by its IANA name, whose today counts, where that is not UTC. */
  readonly timeZone?: string;
}

/** Articles are old for so many years; then the last form serves. */
const most = 150;

/** Nothing for a page that is no news. */
export function ageOf(article: Article | undefined, timeZone: string): { age?: AgeView } {
  if (!article) return {};
  return {
    age: {
      day: article.date.day,
      notices: noticesIn(article.language),
      ...(timeZone === 'UTC' ? {} : { timeZone }),
    },
  };
}

const known = new Map<string, string>();

function noticesIn(tag: string): string {
  const { words, language } = wordsFor(tag);
  const made = known.get(language) ?? runs(language, words.article.olderThan).join('\n');
  known.set(language, made);
  return made;
}

function runs(
  language: string,
  forms: Parameters<ReturnType<typeof createPlural>>[1],
): string[] {
  const plural = createPlural(language);
  const marks = new Map(Object.entries(forms).map(([rule, form]) => [rule, form]));
  const rules = new Map([...marks].map(([rule]) => [rule, rule]));
  const found: string[] = [];
  let last: string | undefined;
  for (let years = 1; years <= most; years += 1) {
    const rule = plural(years, { other: 'other', ...Object.fromEntries(rules) });
    const form = marks.get(rule) ?? forms.other;
    if (form !== last) found.push(`${years} ${form}`);
    last = form;
  }
  return found;
}
