import type { Article } from '../../content/article/article.ts';
import { formatMonth, formatMonthName, formatYear } from '../../language/format-date.ts';
import { formatSentence } from '../../language/format-sentence.ts';
import { formatCount } from '../../language/plural.ts';
import type { Year } from '../edition/archive.ts';
import { chooseHighlights } from '../edition/choose-highlights.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { ListPage } from './list-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import { describeList, toEntry, toLargeEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** How many articles of a month the page of its year shows. */
const perMonth = 5;

/** How many chosen articles it shows, and the number of articles up to which it shows none. */
const highlightCount = 5;
const shortYear = 12;

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
  /** Chosen articles, newest first; none of a short year. */
  readonly highlights: readonly Brief[];
  /** The nearest years that have articles. */
  readonly next?: string;
  readonly previous?: string;
}

/** The page of a year: its months, each with its newest articles and their number. */
export function planYearPage(
  edition: Edition,
  { year, months }: Year,
  { next, previous }: Pick<YearInputs, 'next' | 'previous'>,
  briefOf: (article: Article) => Brief,
): PlannedPage<'year', YearInputs> {
  const all = months.flatMap(({ articles }) => articles);
  const isLong = all.length > shortYear;
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
      highlights: isLong ? chooseHighlights(all, highlightCount).map(briefOf) : [],
      next,
      previous,
    },
  };
}

export function createYearPage(context: ViewContext, inputs: YearInputs): ListPage {
  const { language, year, months, highlights, next, previous } = inputs;
  const edition = editionOf(context, { language });
  const words = wordsOf(context, language);
  const { archive, lists } = words;
  const title = formatSentence(archive.of, { period: formatYear(Number(year), language) });
  const to = (text: string, other: string | undefined, rel: 'prev' | 'next') =>
    other ? [{ text, href: toHref(context, listAddress.year(edition, other)), rel }] : [];
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.year(edition, year),
      title,
      subject: { kind: 'list' },
      description: describeList(months.flatMap(({ articles }) => articles)),
    }),
    heading: title,
    entries: [],
    links: {
      label: formatYear(Number(year), language),
      items: [...months].reverse().map(({ month, count }) => ({
        text: formatMonthName(Number(month), language),
        href: toHref(context, listAddress.month(edition, year, month)),
        count: String(count),
      })),
    },
    groups:
      highlights.length === 0
        ? undefined
        : [
            {
              link: { text: archive.highlights },
              entries: highlights.map((brief, index) =>
                toLargeEntry(context, brief, 'row', { first: index === 0 }),
              ),
            },
          ],
    months: months.map(({ month, count, articles }) => ({
      link: {
        text: formatMonth(Number(year), Number(month), language),
        href: toHref(context, listAddress.month(edition, year, month)),
      },
      count: formatCount(count, lists.numberOfArticles, words),
      entries: articles.map((brief) => {
        const { href, headline, date, status, kicker } = toEntry(context, brief);
        const text = String(Number(brief.date.day.slice(8)));
        return { href, headline, status, genre: kicker?.genre, date: { ...date, text } };
      }),
    })),
    pager: {
      label: archive.title,
      links: [
        { text: archive.title, href: toHref(context, listAddress.archive(edition)) },
        ...to(archive.nextYear, next, 'prev'),
        ...to(archive.previousYear, previous, 'next'),
      ],
    },
  };
}
