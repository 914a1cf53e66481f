import type { Article } from '../article/article.ts';
import { createPlural } from '../language/plural.ts';
import { wordsFor } from '../language/words-for.ts';

/** What the notice on an old article is made of when it is read, which no build can know. */
export interface AgeView {
  /** The day of publication as written: `2026-01-06`. */
  readonly day: string;
  /**
   * JSON: the notice from so many years on, `#` standing for the number, as pairs in order. A
   * browser that asked `Intl` for its form would hold back the text of the page.
   */
  readonly notices: string;
  /** The zone, by its IANA name, whose today counts. */
  readonly timeZone: string;
}

/** Articles are old for so many years; then the last form serves. */
const most = 150;

/** Nothing for a page that is no news. */
export function ageOf(article: Article | undefined, timeZone: string): { age?: AgeView } {
  if (!article) return {};
  return { age: { day: article.date.day, notices: noticesIn(article.language), timeZone } };
}

const known = new Map<string, string>();

function noticesIn(tag: string): string {
  const { words, language } = wordsFor(tag);
  const made = known.get(language) ?? JSON.stringify(runs(language, words.article.olderThan));
  known.set(language, made);
  return made;
}

function runs(
  language: string,
  forms: Parameters<ReturnType<typeof createPlural>>[1],
): [number, string][] {
  const plural = createPlural(language);
  const marks = new Map(Object.entries(forms).map(([rule, form]) => [rule, form]));
  const rules = new Map([...marks].map(([rule]) => [rule, rule]));
  const found: [number, string][] = [];
  for (let years = 1; years <= most; years += 1) {
    const rule = plural(years, { other: 'other', ...Object.fromEntries(rules) });
    const form = marks.get(rule) ?? forms.other;
    if (found.at(-1)?.[1] !== form) found.push([years, form]);
  }
  return found;
}
