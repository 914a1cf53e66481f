import { formatMonthName, formatYear } from '../../language/format-date.ts';
import { formatCount } from '../../language/plural.ts';
import { toArchive } from '../edition/archive.ts';
import { isReplaced, listAddress } from '../edition/list-addresses.ts';
import type { Edition } from '../edition/publication.ts';
import type { IndexPage } from './index-page.ts';
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
    links: [
      to(lists.allArticles, listAddress.all(edition)),
      ...(hasDays(context, edition) ? [to(archive.onThisDay, listAddress.days(edition))] : []),
    ],
  };
}
