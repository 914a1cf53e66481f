import type { Article } from '../../content/article/article.ts';
import { formatDay, formatMonth } from '../../language/format-date.ts';
import { formatCount } from '../../language/plural.ts';
import { weekdaysIn } from '../../language/week.ts';
import type { Month } from '../edition/archive.ts';
import { listAddress, listPageAddress, monthPagesFolder } from '../edition/list-addresses.ts';
import { listSizes, toListParts } from '../edition/list-pages.ts';
import type { Edition } from '../edition/publication.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** A month as a table of its days. */
export interface CalendarView {
  readonly caption: string;
  readonly weekdays: readonly { readonly name: string; readonly short: string }[];
  /** Null for the days of a week that belong to another month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** A day of the month, with a link to its articles if it has any. */
export interface CalendarDay {
  readonly number: string;
  readonly link?: { readonly href: string; readonly label: string; readonly count: string };
}

/** The id of a day in the list of its month: `2026-01-06` -> `ui-day-06`. */
export function dayId(day: string): string {
  return `ui-day-${day.slice(8)}`;
}

/** The calendar of a month. Weeks begin on the day that is usual in the edition's language. */
export function createCalendar(
  context: ViewContext,
  edition: Edition,
  { year, month, articles }: Month,
): CalendarView {
  const { language } = edition;
  const weekdays = weekdaysIn(language);
  const days = new Date(Date.UTC(2000, 0, 1));
  days.setUTCFullYear(Number(year), Number(month), 0);
  const length = days.getUTCDate();
  days.setUTCDate(1);
  const before = weekdays.findIndex(({ number }) => number === days.getUTCDay());
  const links = dayLinks(context, edition, { year, month, articles });
  const cells: (CalendarDay | null)[] = Array.from({ length: before }, () => null);
  for (let number = 1; number <= length; number++) {
    const day = `${year}-${month}-${String(number).padStart(2, '0')}`;
    const link = links.get(day);
    cells.push({ number: String(number), link });
  }
  while (cells.length % 7 > 0) cells.push(null);
  return {
    caption: formatMonth(Number(year), Number(month), language),
    weekdays: weekdays.map(({ name, short }) => ({ name, short })),
    weeks: Array.from({ length: cells.length / 7 }, (_, week) =>
      cells.slice(week * 7, week * 7 + 7),
    ),
  };
}

/** By day: a link to its newest article in the list of the month, on the page that has it. */
function dayLinks(
  context: ViewContext,
  edition: Edition,
  { year, month, articles }: Month,
): Map<string, NonNullable<CalendarDay['link']>> {
  const { language } = edition;
  const words = wordsOf(context, language);
  const address = listAddress.month(edition, year, month);
  const counts = Map.groupBy(articles, ({ date }) => date.day);
  const links = new Map<string, NonNullable<CalendarDay['link']>>();
  for (const { suffix, items } of toListParts(articles, listSizes(context.settings))) {
    const page = toHref(
      context,
      listPageAddress({ address, folder: monthPagesFolder }, suffix),
    );
    for (const { date } of items as readonly Article[]) {
      if (links.has(date.day)) continue;
      const count = formatCount(
        counts.get(date.day)?.length ?? 0,
        words.lists.numberOfArticles,
        words,
      );
      links.set(date.day, {
        href: `${page}#${dayId(date.day)}`,
        label: formatDay(date.day, language) + words.page.labelSeparator + count,
        count,
      });
    }
  }
  return links;
}
