import type { Month, Year } from '../edition/archive.ts';
import { listAddress, monthPagesFolder } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { formatMonth, formatYear } from '../language/format-date.ts';
import type { AddressedPage } from './addressed-page.ts';
import { createCalendar } from './calendar.ts';
import { indexLinks } from './index-page.ts';
import type { List, ListPage } from './list-page.ts';
import { describedBy } from './list-texts.ts';
import { createShell, type Link } from './shell.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The list of a month, with its calendar and the way to the month before. */
export function toMonthList(
  context: ViewContext,
  edition: Edition,
  own: Month,
  before: Month | undefined,
): List {
  const { year, month, articles } = own;
  const { archive } = wordsOf(edition.language);
  const items = [
    yearLink(context, edition, year),
    ...(before
      ? [
          {
            text: archive.previousMonth,
            href: toHref(context, listAddress.month(edition, before.year, before.month)),
          },
        ]
      : []),
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

/** Ways to other lists. Counts stand on the pages of years and in calendars alone. */
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

/** The page of a year: its months, each with how many articles it has. */
export function yearPage(
  context: ViewContext,
  edition: Edition,
  { year, months }: Year,
  before: Year | undefined,
): AddressedPage<ListPage> {
  const words = wordsOf(edition.language);
  const address = listAddress.year(edition, year);
  const period = formatYear(Number(year), edition.language);
  const items = months.map(({ month, articles }) => ({
    text: `${formatMonth(Number(year), Number(month), edition.language)} · ${words.lists.numberOfArticles(articles.length)}`,
    href: toHref(context, listAddress.month(edition, year, month)),
  }));
  const older = before && {
    text: words.archive.previousYear,
    href: toHref(context, listAddress.year(edition, before.year)),
  };
  const page: ListPage = {
    shell: createShell(context, {
      edition,
      address,
      title: words.archive.of(period),
      subject: { kind: 'list' },
      ...describedBy(months.flatMap(({ articles }) => articles)),
    }),
    heading: words.archive.of(period),
    entries: [],
    links: { label: words.archive.title, items },
    ...(older ? { older } : {}),
    newest: { text: words.lists.allArticles, href: toHref(context, listAddress.all(edition)) },
  };
  return { address, page };
}
