import type { Article } from '../../content/article/article.ts';
import { formatYear, formatYearDay } from '../../language/format-date.ts';
import { formatCount } from '../../language/plural.ts';
import { chooseHighlights } from '../edition/choose-highlights.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import { toYearDays } from '../edition/year-days.ts';
import type { ListGroup, ListPage } from './list-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import { describeList, toLargeEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, hasDays, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The maximum number of articles of one year that a day shows: fewer where it has many years. */
const perYear = 5;
const perDay = 100;

/** What the page of a day of every year is made from. */
export interface DayInputs {
  readonly language: string;
  /** `01-06` */
  readonly day: string;
  /** Newest first. */
  readonly years: readonly {
    readonly year: string;
    readonly count: number;
    readonly articles: readonly Brief[];
  }[];
}

/** A page for each day that has articles of several years; empty if the publication has none. */
export function planDayPages(
  context: ViewContext,
  edition: Edition,
  briefOf: (article: Article) => Brief,
): PlannedPage<'day', DayInputs>[] {
  const { language, articles } = edition;
  if (!hasDays(context, editionOf(context, edition))) return [];
  return toYearDays(articles).map(({ day, years }) => ({
    address: listAddress.day(edition, day),
    page: 'day',
    inputs: {
      language,
      day,
      years: years.map(({ year, articles }) => ({
        year,
        count: articles.length,
        articles: chooseHighlights(articles, shownOf(years.length)).map(briefOf),
      })),
    },
  }));
}

/** How many articles of each year a day with some years shows. */
function shownOf(years: number): number {
  return Math.max(1, Math.min(perYear, Math.floor(perDay / years)));
}

export function createDayPage(
  context: ViewContext,
  { language, day, years }: DayInputs,
): ListPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(context, language);
  const { archive, lists, page } = words;
  const title = archive.onThisDay + page.labelSeparator + formatYearDay(day, language);
  const [month = ''] = day.split('-');
  const groups = years.map(
    ({ year, count, articles }, index): ListGroup => ({
      link: {
        text: formatYear(Number(year), language),
        href: toHref(context, listAddress.month(edition, year, month)),
      },
      count: formatCount(count, lists.numberOfArticles, words),
      entries: articles.map((brief, place) =>
        toLargeEntry(context, brief, 'row', { first: index + place === 0 }),
      ),
    }),
  );
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.day(edition, day),
      title,
      subject: { kind: 'list' },
      description: describeList(years.flatMap(({ articles }) => articles)),
    }),
    heading: title,
    entries: [],
    groups,
    pager: {
      label: archive.title,
      links: [{ text: archive.onThisDay, href: toHref(context, listAddress.days(edition)) }],
    },
  };
}
