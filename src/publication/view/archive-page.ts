import { formatMonthName, formatYear, formatYears } from '../../language/format-date.ts';
import { formatCount } from '../../language/plural.ts';
import type { Words } from '../../language/words.ts';
import { toArchive } from '../edition/archive.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { Decade, IndexPage } from './index-page.ts';
import type { PlannedPage } from './planned-page.ts';
import { createShell } from './shell.ts';
import { describeNames } from './story-entry.ts';
import { editionOf, hasDays, toHref, type ViewContext, wordsOf } from './view-context.ts';

/** What the page of all years is made from. */
export interface ArchiveInputs {
  readonly language: string;
  /** Newest first. */
  readonly years: readonly {
    readonly year: string;
    readonly count: number;
    /** Its months that have articles, newest first; only in a short archive. */
    readonly months?: readonly { readonly month: string; readonly count: number }[];
  }[];
}

/** An archive of at most so many years also lists their months. */
const shortArchive = 5;

/** More years are divided into decades. */
const undivided = 20;

/** The page of all years, each with its number of articles; none if there are no articles. */
export function planArchivePage(edition: Edition): PlannedPage<'archive', ArchiveInputs>[] {
  const { language, articles } = edition;
  if (articles.length === 0 || isReplaced('archive', edition)) return [];
  const archive = toArchive(articles);
  const years = archive.map(({ year, months }) => ({
    year,
    count: months.reduce((sum, month) => sum + month.articles.length, 0),
    months:
      archive.length > shortArchive
        ? undefined
        : months.map(({ month, articles: { length } }) => ({ month, count: length })),
  }));
  const address = listAddress.archive(edition);
  return [{ address, page: 'archive', inputs: { language, years } }];
}

export function createArchivePage(
  context: ViewContext,
  { language, years }: ArchiveInputs,
): IndexPage {
  const edition = editionOf(context, { language });
  const words = wordsOf(context, language);
  const { archive, lists } = words;
  const to = (text: string, address: string) => ({ text, href: toHref(context, address) });
  return {
    shell: createShell(context, {
      edition,
      address: listAddress.archive(edition),
      title: archive.title,
      description: describeNames(years.map(({ year }) => formatYear(Number(year), language))),
      subject: { kind: 'list' },
    }),
    heading: archive.title,
    parts: years.some(({ months }) => months)
      ? years.map(({ year, months = [] }) => ({
          heading: {
            ...to(formatYear(Number(year), language), listAddress.year(edition, year)),
            id: `ui-${year}`,
          },
          items: months.map(({ month, count }) => ({
            ...to(
              formatMonthName(Number(month), language),
              listAddress.month(edition, year, month),
            ),
            count: formatCount(count, lists.numberOfArticles, words),
          })),
        }))
      : [
          {
            items: years.map(({ year, count }) => ({
              ...to(formatYear(Number(year), language), listAddress.year(edition, year)),
              count: formatCount(count, lists.numberOfArticles, words),
            })),
          },
        ],
    decades:
      years.length > undivided
        ? decadesOf(years, words, (year) => toHref(context, listAddress.year(edition, year)))
        : undefined,
    links: [
      to(lists.allArticles, listAddress.all(edition)),
      ...(hasDays(context, edition) ? [to(archive.onThisDay, listAddress.days(edition))] : []),
    ],
  };
}

/** The decades of some years, newest first. */
function decadesOf(
  years: ArchiveInputs['years'],
  words: Words,
  hrefOf: (year: string) => string,
): Decade[] {
  const { language } = words;
  const { numberOfArticles } = words.lists;
  const newest = Number(years[0]?.year);
  const oldest = Number(years.at(-1)?.year);
  const groups = Map.groupBy(years, ({ year }) => Math.floor(Number(year) / 10) * 10);
  return [...groups].map(([first, own]) => {
    const counts = new Map(own.map(({ year, count }) => [Number(year), count]));
    const [from, to] = [Math.max(first, oldest), Math.min(first + 9, newest)];
    return {
      heading: formatYears(from, to, language),
      count: formatCount(
        own.reduce((sum, { count }) => sum + count, 0),
        numberOfArticles,
        words,
      ),
      years: Array.from({ length: to - first + 1 }, (_, index) => {
        const number = first + index;
        const year = String(number).padStart(4, '0');
        const count = counts.get(number);
        // Keeps the columns.
        if (number < oldest) return { year };
        const text = formatYear(number, language);
        if (count === undefined) return { year, text };
        return {
          ...{ year, text, href: hrefOf(year) },
          count: formatCount(count, { other: '#' }, words),
        };
      }),
    };
  });
}
