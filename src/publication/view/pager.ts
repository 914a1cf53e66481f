import { formatSentence } from '../../language/format-sentence.ts';
import type { Words } from '../../language/words.ts';
import type { ListPart } from '../edition/list-pages.ts';

/** Links from a page of a list to its other pages, newest first. */
export interface Pager {
  readonly label: string;
  readonly links: readonly PagerLink[];
}

/** A link. Without an address it is the page itself, or the gap between two numbers. */
export interface PagerLink {
  readonly text: string;
  readonly href?: string;
  readonly rel?: 'prev' | 'next';
  /** Accessible name of a number. */
  readonly label?: string;
  readonly current?: 'page';
}

export interface PagerWords {
  readonly newest: string;
  readonly newer: string;
  readonly older: string;
  readonly oldest: string;
}

/** How many pages on either side have a link, besides the nearest round numbers and page 1. */
const near = 2;
const rounds = [10, 50, 100, 500, 1000];

/**
 * The pager of one page; undefined if the list has only this page. The links to older pages never
 * change, so a new page of the list changes few of the others.
 *
 * @param hrefOf gives the `href` of a page by its suffix
 */
export function toPager(
  { number, suffix }: Pick<ListPart<unknown>, 'number' | 'suffix'>,
  count: number,
  {
    lists,
    words,
    hrefOf,
  }: { lists: Words['lists']; words: PagerWords; hrefOf(suffix: string): string },
): Pager | undefined {
  if (count < 2) return undefined;
  const { pages, pageNumber } = lists;
  const to = (page: number) => hrefOf(page === count ? '' : `${page}/`);
  const isNewest = suffix === '';
  const newer: PagerLink[] = isNewest
    ? []
    : number + 1 === count
      ? [{ text: words.newest, href: to(count), rel: 'prev' }]
      : [
          { text: words.newest, href: to(count) },
          { text: words.newer, href: to(number + 1), rel: 'prev' },
        ];
  const older: PagerLink[] = [
    ...(number > 1 ? [{ text: words.older, href: to(number - 1), rel: 'next' as const }] : []),
    ...(number > 2 ? [{ text: words.oldest, href: to(1) }] : []),
  ];
  const numbers = numbersAround(number, count).flatMap((page, index, all): PagerLink[] => {
    const before = all[index - 1];
    const gap = before !== undefined && before - page > 1 ? [{ text: '…' }] : [];
    const link: PagerLink =
      page === number
        ? { text: String(page), current: 'page' }
        : {
            text: String(page),
            label: formatSentence(pageNumber, { number: String(page) }),
            href: to(page),
          };
    return [...gap, link];
  });
  return { label: pages, links: [...newer, ...(count > 2 ? numbers : []), ...older] };
}

/**
 * The smallest number of pages with which `toPager` gives a page the same links. Plan pages with it:
 * otherwise each new page of a list changes the inputs of all others.
 */
export function pagerCount(number: number, count: number): number {
  if (count <= number + 1) return count;
  // The next page is not the newest, which has other words.
  return Math.max(number + 2, ...numbersAround(number, count).map((page) => page + 1));
}

/** The numbers that a page shows, greatest first; without the newest page, whose number changes. */
function numbersAround(own: number, count: number): number[] {
  const numbers = new Set([1, own]);
  for (let step = 1; step <= near; step++) {
    numbers.add(own - step);
    numbers.add(own + step);
  }
  for (const round of rounds) {
    numbers.add(Math.floor((own - 1) / round) * round);
    numbers.add(Math.ceil((own + 1) / round) * round);
  }
  return [...numbers].filter((page) => page >= 1 && page < count).toSorted((a, b) => b - a);
}
