import type { Article } from '../article/article.ts';
import type { Month, Year } from '../edition/archive.ts';
import { listAddress, monthPagesFolder } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { formatMonth, formatYear } from '../language/format-date.ts';
import type { AddressedPage } from './addressed-page.ts';
import { createCalendar } from './calendar.ts';
import { indexLinks } from './index-page.ts';
import type { List, ListPage, MonthSummary } from './list-page.ts';
import { describedBy } from './list-texts.ts';
import { createShell, type Link } from './shell.ts';
import { toEntry } from './story-entry.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

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

/** The page of a year: its months, each with its newest articles and how many it has. */
export function yearPage(
  context: ViewContext,
  edition: Edition,
  { year, months }: Year,
  around: Around<Year>,
): AddressedPage<ListPage> {
  const { archive, lists } = wordsOf(edition.language);
  const address = listAddress.year(edition, year);
  const title = archive.of(formatYear(Number(year), edition.language));
  const to = (text: string, other: Year | undefined, rel: 'prev' | 'next') =>
    other ? [{ text, href: toHref(context, listAddress.year(edition, other.year)), rel }] : [];
  const page: ListPage = {
    shell: createShell(context, {
      edition,
      address,
      title,
      subject: { kind: 'list' },
      ...describedBy(months.flatMap(({ articles }) => articles)),
    }),
    heading: title,
    entries: [],
    months: months.map(({ month, articles }) => ({
      link: {
        text: formatMonth(Number(year), Number(month), edition.language),
        href: toHref(context, listAddress.month(edition, year, month)),
      },
      count: lists.numberOfArticles(articles.length),
      entries: articles.slice(0, perMonth).map((article) => toHeadline(context, article)),
    })),
    pager: {
      label: archive.title,
      links: [
        { text: lists.allArticles, href: toHref(context, listAddress.all(edition)) },
        ...to(archive.nextYear, around.next, 'prev'),
        ...to(archive.previousYear, around.previous, 'next'),
      ],
    },
  };
  return { address, page };
}

function toHeadline(context: ViewContext, article: Article): MonthSummary['entries'][number] {
  const { href, headline, date } = toEntry(context, article);
  return { href, headline, date };
}
