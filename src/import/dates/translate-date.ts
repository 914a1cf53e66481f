import { monthOf, toAsciiFigures, toOneWordMonths } from '../../language/month-names.ts';

const english = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function englishMonth(name: string): string | undefined {
  return english[(monthOf(name) ?? 0) - 1];
}

/** The year before the first of each Japanese era, and of Taiwan's calendar. */
const yearBefore: Readonly<Record<string, number>> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018, 民國: 1911, 民国: 1911 },
};
const eras =
  /(明治|大正|昭和|平成|令和|民國|民国)\s?(元|\d{1,3}|[一二三四五六七八九十]{1,4})\s?年/gu;

/** `二〇二四` -> `2024`, `十二` -> `12`, `三十一` -> `31`. */
function toFigures(signs: string): string {
  const figure = (sign: string) => '〇一二三四五六七八九'.indexOf(sign === '零' ? '〇' : sign);
  if (/^\d+$/u.test(signs)) return signs;
  const [tens, units] = signs.includes('十') ? signs.split('十') : [];
  if (tens === undefined || units === undefined)
    return [...signs].map((sign) => String(figure(sign))).join('');
  return String((tens === '' ? 1 : figure(tens)) * 10 + (units === '' ? 0 : figure(units)));
}

const dayMonthYear =
  /(?<![\d\p{L}])(\d{1,2})\.?(?:er|º|ª|°|st|nd|rd|th)?(?:\s+|[-/]|(?<=\.))(?:of\s+|de\s+|d['’])?(\p{L}[\p{L}\p{M}]+)\.?,?[\s/-]*(?:de[l]?\s+)?(\d{4})(?!\d)/giu;
const monthDayYear =
  /(?<![\p{L}])(\p{L}[\p{L}\p{M}]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/giu;

/**
 * Translates the dates and times in a text to English with ASCII digits: `11 de noviembre de
 * 2020`, `1er mars 2024 à 10h30`, `١١ نوفمبر ٢٠٢٠`, `오후 3:05`, and `05.03.2024` if `lang` puts
 * the day first. Other words are kept.
 */
export function translateDate(text: string, lang?: string): string {
  const said = nameMonths(toAsciiFigures(text.normalize('NFC')), lang)
    .replace(/[\u00A0\u2007\u202F]/gu, ' ')
    .replace(/[\u200E\u200F\u061C]/gu, '')
    .replaceAll('\u060C', ',')
    .replace(eras, (_, era: string, year: string) => {
      const number = year === '元' ? 1 : Number(toFigures(year));
      return `${number + (yearBefore[era] ?? 0)}年`;
    })
    .replace(/[〇零一二三四五六七八九十]+(?=[年月日時时分])/gu, toFigures)
    .replace(/(\d{1,2})\s(\d{1,2})[월月]\s(\d{4})(?!\d)/gu, (all, day, month, year) => {
      const name = english[Number(month) - 1];
      return name === undefined ? all : `${day} ${name} ${year}`;
    });
  return toOneWordMonths(said)
    .replace(dayMonthYear, (all, day, name, year) => {
      const month = englishMonth(name);
      return month === undefined ? all : `${day} ${month} ${year}`;
    })
    .replace(monthDayYear, (all, name, day, year) => {
      const month = englishMonth(name);
      return month === undefined ? all : `${month} ${day}, ${year}`;
    })
    .replace(/(?<=\d{4}) [-–—|•·] (?=\d{1,2}:\d{2})/gu, ' ')
    .replace(/(?<=\d{4},?)\s+(?:at|à|um|a las|às|alle|om|الساعة)\s+(?=\d)/giu, ' ')
    .replace(/(\d{1,2})\s?[hH]\s?(\d{2})(?!\d)/gu, '$1:$2')
    .replace(/(\d{1,2})[.:](\d{2})\s?(?:Uhr|h\b)/gu, '$1:$2')
    .replace(/(?<![\d.])(\d{1,2})\.(\d{2})\s?([ap])\.?m\b/giu, '$1:$2 $3m')
    .replace(/(?<=\s)(\d{1,2})\s(?:Uhr|heures?\b)/gu, '$1:00')
    .replace(/(\d{1,2}:\d{2}(?::\d{2})?)\s?([ap])\.\s?m\b\.?/giu, '$1 $2m')
    .replace(/(\d{1,2}:\d{2}(?::\d{2})?)\s?(?:صباحا|صباحًا|ص)(?!\p{L})/gu, '$1 am')
    .replace(/(\d{1,2}:\d{2}(?::\d{2})?)\s?(?:مساء|مساءً|م)(?!\p{L})/gu, '$1 pm')
    .replace(
      /(오전|오후|上午|下午|晚上|午前|午後)\s?(\d{1,2})\s?[:時时시点點]\s?(\d{2})\s?[分분]?/gu,
      (all, half: string, hour: string, minute: string) => {
        if (Number(hour) > 23) return all;
        const isLate = /오후|下午|晚上|午後/u.test(half);
        return `${(Number(hour) % 12) + (isLate ? 12 : 0)}:${minute}`;
      },
    )
    .replace(/(\d{1,2})\s?[時时시点點]\s?(\d{2})\s?[分분]/gu, '$1:$2');
}

/** Languages that put the day first in numeric dates; English only in some countries. */
const dayFirst =
  /^(?:(?:de|fr|ar|it|pt|nl|pl|ru|uk|tr|cs|sk|sl|hr|sr|bs|bg|ro|el|da|nb|nn|no|fi|et|lv|ca|gl|vi|id|ms|he|hi|th)(?:-|$)|es(?!-(?:US|PR)\b)(?:-|$)|en-(?:GB|AU|NZ|IE|IN|ZA|SG|HK|NG|KE)\b)/iu;

const figures =
  /(?<![\d./-])(?<day>\d{1,2})(?:(?<dot>\.) ?|(?<mark>[/-]))(?<month>\d{1,2})(?:\k<dot> ?|\k<mark>)(?<year>\d{4}|(?<!-)\d{2})(?!\d|[./-]\d)/gu;

/**
 * `05.03.2024`, `5. 3. 2024`, `05/03/24` -> `5 Mar 2024`, if `lang` puts the day first. Two
 * digits below 50 are in this century. Other text is kept.
 */
function nameMonths(text: string, lang: string | undefined): string {
  if (lang === undefined || !dayFirst.test(lang)) return text;
  return text.replace(figures, (all, ...groups) => {
    const { day, month, year } = groups.at(-1) as Record<'day' | 'month' | 'year', string>;
    const name = english[Number(month) - 1];
    if (name === undefined || Number(day) < 1 || Number(day) > 31) return all;
    const full = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
    return `${Number(day)} ${name} ${full}`;
  });
}
