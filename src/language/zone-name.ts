import { tzOffset } from '@date-fns/tz';
import { rowForLanguage } from './fallback-languages.ts';
import { intlLocales } from './intl-locales.ts';

/** For languages that do not write `GMT+9`; the same forms as in CLDR. */
const OFFSET_FORMS: Readonly<
  Record<string, { readonly zero: string; readonly minus: string }>
> = {
  fr: { zero: 'UTC', minus: '\u2212' },
  ar: { zero: 'غرينتش', minus: '-' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A time zone's short name in a language at an instant (`EST`, `MEZ`, `UTC`), else its offset
 * (`GMT+9`, `GMT+5:45`). `Intl` is not used for offsets, because its spelling of them changes
 * between versions. @throws RangeError if the zone is unknown
 */
export function zoneName(instant: Date, language: string, timeZone: string): string {
  const name = intlFormat(language, timeZone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  return name !== undefined && /^[\p{L}\p{M}]+$/u.test(name)
    ? name
    : offsetName(instant, language, timeZone);
}

function offsetName(instant: Date, language: string, timeZone: string): string {
  const { zero, minus } = rowForLanguage(OFFSET_FORMS, language)?.row ?? {
    zero: 'GMT',
    minus: '-',
  };
  // Before standard time, offsets had seconds.
  const offset = Math.round(tzOffset(timeZone, instant) * 60);
  if (offset === 0) return zero;
  const [hours, minutes, seconds] = [3600, 60, 1].map(
    (unit) => Math.floor(Math.abs(offset) / unit) % 60,
  );
  const padded = [minutes, seconds].map((part) => String(part).padStart(2, '0'));
  const rest = seconds ? `:${padded.join(':')}` : minutes ? `:${padded[0]}` : '';
  return `${zero}${offset < 0 ? minus : '+'}${hours}${rest}`;
}

// Creating a format takes a hundred times as long as using it, and a site uses few zones.
function intlFormat(language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const options = { timeZone, timeZoneName: 'short' } as const;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(intlLocales(language), options);
  formats.set(key, format);
  return format;
}
