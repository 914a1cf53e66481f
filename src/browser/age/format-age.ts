import type { ageOf } from './age-of.ts';

type Age = NonNullable<ReturnType<typeof ageOf>>;

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** An age in words of the page's language: "3 hours ago". */
export function formatAge({ count, unit }: Age): string {
  const { lang } = document.documentElement;
  // "Yesterday" and "this minute", but not "last month", which may be 1 to 59 days ago.
  const numeric = unit === 'day' || count === 0 ? 'auto' : 'always';
  const format =
    formats.get(numeric) ??
    new Intl.RelativeTimeFormat([`${lang}-u-nu-latn`, lang], { numeric });
  formats.set(numeric, format);
  return format.format(-count, unit);
}
