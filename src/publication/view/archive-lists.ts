import { formatMonth, formatYear } from '../../language/format-date.ts';
import type { Month, Year } from '../edition/archive.ts';
import { listAddress, monthPagesFolder } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { createCalendar } from './calendar.ts';
import type { PlannedPage } from './create-page.ts';
import { indexLinks } from './index-page.ts';
import type { List, ListPage, MonthSummary } from './list-page.ts';
import { describedBy } from './list-texts.ts';
import { createShell, type Link } from './shell.ts';
import { toEntry } from './story-entry.ts';
import type { Brief, InputDesk } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** Those that have articles, before and after a month or year. */
interface Around<T> {
  readonly previous: T | undefined;
  readonly next: T | undefined;
}

/** Articles of a month that the page of its year shows. */
const perMonth = 5;

/** The list of a month, with its calendar and the ways to the months around it. */
export function toMonthList(
  context: ViewContext,
  edition: Edition,
  own: Month,
  around: Around<Month>,
): List {
  const { year, month, articles } = own;
  const { archive } = wordsOf(edition.language);
  const to = (text: string, other: Month | undefined) =>
    other
      ? [
          {
            text,
            href: toHref(context, listAddress.month(edition, other.year, other.month)),
          },
        ]
      : [];
  const items = [
    yearLink(context, edition, year),
    ...to(archive.nextMonth, around.next),
    ...to(archive.previousMonth, around.previous),
  ];
  return {
    address: listAddress.month(edition, year, month),
    heading: formatMonth(Number(year), Number(month), edition.language),
    articles,
    folder: monthPagesFolder,
    links: { label: archive.title, items },
    calendar: createCalendar(context, edition, own),
  };
}

/** The ways to other lists. */
export function archiveLinks(context: ViewContext, edition: Edition, archive: readonly Year[]) {
  const items = [
    ...indexLinks(context, edition),
    ...archive.map(({ year }) => yearLink(context, edition, year)),
  ];
  return { label: wordsOf(edition.language).archive.title, items };
}

function yearLink(context: ViewContext, edition: Edition, year: string): Link {
  return {
    text: formatYear(Number(year), edition.language),
    href: toHref(context, listAddress.year(edition, year)),
  };
}

/** What the page of a year is made from. */
export interface YearInputs {
  readonly language: string;
  readonly year: string;
  readonly months: readonly {
    readonly month: string;
    readonly count: number;
    /** Its newest articles. */
    readonly articles: readonly Brief[];
  }[];
  readonly next?: string;
  readonly previous?: string;
}

/** The page of a year: its months, each with its newest articles and how many it has. */
export function planYearPage(
  edition: Edition,
  { year, months }: Year,
  { next, previous, briefOf }: Around<Year> & Pick<InputDesk, 'briefOf'>,
): PlannedPage<'year'> {
  return {
    address: listAddress.year(edition, year),
    page: 'year',
    inputs: {
      language: edition.language,
      year,
      months: months.map(({ month, articles }) => ({
        month,
        count: articles.length,
        articles: articles.slice(0, perMonth).map(briefOf),
      })),
      ...(next ? { next: next.year } : {}),
      ...(previous ? { previous: previous.year } : {}),
    },
  };
}

export function createYearPage(context: ViewContext, inputs: YearInputs): ListPage {
  const { language, year, months, next, previous } = inputs;
  const edition = editionOf(context, { language });
  const { archive, lists } = wordsOf(language);
  const title = archive.of(formatYear(Number(year), language));
  const to = (text: string, other: string | undefined, rel: 'prev' | 'next') =>
    other ? [{ text, href: toHref(context, listAddress.year(edition, other)), rel }] : [];
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.year(edition, year),
      title,
      subject: { kind: 'list' },
      ...describedBy(months.flatMap(({ articles }) => articles)),
    }),
    heading: title,
    entries: [],
    months: months.map(({ month, count, articles }) => ({
      link: {
        text: formatMonth(Number(year), Number(month), language),
        href: toHref(context, listAddress.month(edition, year, month)),
      },
      count: lists.numberOfArticles(count),
      entries: articles.map((article) => toHeadline(context, article)),
    })),
    pager: {
      label: archive.title,
      links: [
        { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) },
        ...to(archive.nextYear, next, 'prev'),
        ...to(archive.previousYear, previous, 'next'),
      ],
    },
  };
}

function toHeadline(context: ViewContext, brief: Brief): MonthSummary['entries'][number] {
  const { href, headline, date } = toEntry(context, brief);
  return { href, headline, date };
}
