import { canonicalLanguage } from './canonical-language.ts';
import { DATE_PATTERNS } from './date-patterns.ts';
import { rowForLanguage } from './fallback-languages.ts';
import { intlLocales } from './intl-locales.ts';

/** A day of the week, for the head of a calendar. */
export interface Weekday {
  /** 0 is Sunday. */
  readonly number: number;
  /** `Monday` */
  readonly name: string;
  /** `Mon`, `월` */
  readonly short: string;
}

const remembered = new Map<string, readonly Weekday[]>();

/** The days of the week in a language, from the first day of its week. */
export function weekdaysIn(language: string): readonly Weekday[] {
  const known = remembered.get(language) ?? findWeekdays(language);
  remembered.set(language, known);
  return known;
}

function findWeekdays(language: string): Weekday[] {
  const first = firstWeekday(language);
  const locales = intlLocales(canonicalLanguage(language) ?? 'en');
  const name = (weekday: 'long' | 'short') => {
    const format = new Intl.DateTimeFormat(locales, { weekday, timeZone: 'UTC' });
    // 4 January 1970 was a Sunday.
    return (number: number) => format.format(Date.UTC(1970, 0, 4 + number));
  };
  const [long, short] = [name('long'), name('short')];
  return Array.from({ length: 7 }, (_, index) => {
    const number = (first + index) % 7;
    return { number, name: long(number), short: short(number) };
  });
}

/** By date-fns for the languages that use its dates, else by CLDR, else Monday. */
function firstWeekday(language: string): number {
  const row = rowForLanguage(DATE_PATTERNS, language)?.row;
  const known = row?.locale.options?.weekStartsOn;
  if (known !== undefined) return known;
  const canonical = canonicalLanguage(language);
  if (row || canonical === undefined) return 1;
  return weekInfo(new Intl.Locale(canonical)).firstDay % 7;
}

/** Missing in TypeScript's types: ECMA-402, "Intl Locale Info". */
function weekInfo(locale: Intl.Locale): { readonly firstDay: number } {
  return (locale as unknown as { getWeekInfo: () => { firstDay: number } }).getWeekInfo();
}
