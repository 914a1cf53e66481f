import type { Article } from '../../content/article/article.ts';
import { formatMonth, formatYear } from '../../language/format-date.ts';
import type { Year } from '../edition/archive.ts';
import { listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { ListPage } from './list-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import { describeList, toEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import { editionOf, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** How many articles of a month the page of its year shows. */
const perMonth = 5;

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
      next,
      previous,
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
      description: describeList(months.flatMap(({ articles }) => articles)),
    }),
    heading: title,
    entries: [],
    months: months.map(({ month, count, articles }) => ({
      link: {
        text: formatMonth(Number(year), Number(month), language),
        href: toHref(context, listAddress.month(edition, year, month)),
      },
      count: lists.numberOfArticles(count),
      entries: articles.map((brief) => toEntry(context, brief)),
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
