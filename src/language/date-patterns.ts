import type { Locale } from 'date-fns';
import { ar } from 'date-fns/locale/ar';
import { de } from 'date-fns/locale/de';
import { deAT } from 'date-fns/locale/de-AT';
import { enGB } from 'date-fns/locale/en-GB';
import { enUS } from 'date-fns/locale/en-US';
import { es } from 'date-fns/locale/es';
import { fr } from 'date-fns/locale/fr';
import { ja } from 'date-fns/locale/ja';
import { ko } from 'date-fns/locale/ko';
import { zhCN } from 'date-fns/locale/zh-CN';
import { zhTW } from 'date-fns/locale/zh-TW';

/**
 * How a language formats dates: date-fns patterns, and the locale for month names. Years use
 * `u`, the plain ISO 8601 number: no era, no padding, never two digits.
 */
export interface DatePatterns {
  readonly locale: Locale;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** A day of every year, and a month of every year. */
  readonly yearDay: string;
  readonly monthName: string;
  readonly time: string;
  /** Joins a day, a time of day and the name of a time zone. */
  readonly instant: (day: string, time: string, zone: string) => string;
}

const spaced = (day: string, time: string, zone: string) => `${day} ${time} ${zone}`;
const afterComma = (day: string, time: string, zone: string) => `${day}, ${time} ${zone}`;
const chinese = {
  day: 'u年M月d日',
  month: 'u年M月',
  year: 'u年',
  yearDay: 'M月d日',
  monthName: 'M月',
  time: 'HH:mm',
  instant: spaced,
};
const german = {
  day: 'd. MMMM u',
  month: 'MMMM u',
  year: 'u',
  yearDay: 'd. MMMM',
  monthName: 'LLLL',
  time: 'HH:mm',
  instant: (day: string, time: string, zone: string) => `${day}, ${time} Uhr (${zone})`,
};

export const DATE_PATTERNS: Readonly<Record<string, DatePatterns>> = {
  en: {
    locale: enGB,
    day: 'd MMMM u',
    month: 'MMMM u',
    year: 'u',
    yearDay: 'd MMMM',
    monthName: 'LLLL',
    time: 'HH:mm',
    instant: afterComma,
  },
  'en-US': {
    locale: enUS,
    day: 'MMMM d, u',
    month: 'MMMM u',
    year: 'u',
    yearDay: 'MMMM d',
    monthName: 'LLLL',
    time: 'h:mm a',
    instant: afterComma,
  },
  ko: {
    locale: ko,
    day: 'u년 M월 d일',
    month: 'u년 M월',
    year: 'u년',
    yearDay: 'M월 d일',
    monthName: 'M월',
    time: 'HH:mm',
    instant: spaced,
  },
  'zh-Hans': { locale: zhCN, ...chinese },
  'zh-Hant': { locale: zhTW, ...chinese },
  ja: { locale: ja, ...chinese },
  de: { locale: de, ...german },
  // Austria calls January Jänner.
  'de-AT': { locale: deAT, ...german },
  fr: {
    locale: fr,
    // date-fns prints `do` as an ordinal on the first alone: 1er janvier, 6 janvier.
    day: 'do MMMM u',
    month: 'MMMM u',
    year: 'u',
    yearDay: 'do MMMM',
    monthName: 'LLLL',
    time: "HH'h'mm",
    instant: (day, time, zone) => `${day} à ${time} (${zone})`,
  },
  es: {
    locale: es,
    day: "d 'de' MMMM 'de' u",
    month: "MMMM 'de' u",
    year: 'u',
    yearDay: "d 'de' MMMM",
    monthName: 'LLLL',
    time: 'HH:mm',
    instant: afterComma,
  },
  ar: {
    locale: ar,
    day: 'd MMMM u',
    month: 'MMMM u',
    year: 'u',
    yearDay: 'd MMMM',
    monthName: 'LLLL',
    time: 'HH:mm',
    instant: (day, time, zone) => `${day}، ${time} بتوقيت ${zone}`,
  },
};
