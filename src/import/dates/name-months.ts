/** Languages in which dates of figures alone begin with the day; English does in some countries only. */
const dayFirst =
  /^(?:(?:de|fr|ar|it|pt|nl|pl|ru|uk|tr|cs|sk|sl|hr|sr|bs|bg|ro|el|da|nb|nn|no|fi|et|lv|ca|gl|vi|id|ms|he|hi|th)(?:-|$)|es(?!-(?:US|PR)\b)(?:-|$)|en-(?:GB|AU|NZ|IE|IN|ZA|SG|HK|NG|KE)\b)/iu;

const figures =
  /(?<![\d./-])(?<day>\d{1,2})(?:(?<dot>\.) ?|(?<mark>[/-]))(?<month>\d{1,2})(?:\k<dot> ?|\k<mark>)(?<year>\d{4}|(?<!-)\d{2})(?!\d|[./-]\d)/gu;

const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * `05.03.2024`, `5. 3. 2024`, `05/03/24` -> `5 Mar 2024`, where the language of the text puts the
 * day first. Two digits below 50 are of this century. All else stays.
 */
export function nameMonths(text: string, lang: string | undefined): string {
  if (lang === undefined || !dayFirst.test(lang)) return text;
  return text.replace(figures, (all, ...groups) => {
    const { day, month, year } = groups.at(-1) as Record<'day' | 'month' | 'year', string>;
    const name = names[Number(month) - 1];
    if (name === undefined || Number(day) < 1 || Number(day) > 31) return all;
    const full = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
    return `${Number(day)} ${name} ${full}`;
  });
}
