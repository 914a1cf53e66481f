import type { Article } from '../../content/article/article.ts';
import { formatYear } from '../../language/format-date.ts';
import type { ListPage as Cut } from '../edition/list-pages.ts';
import type { Edition } from '../edition/publication.ts';
import type { List, ListPage } from './list-page.ts';
import { toHref, type ViewContext, wordsOf } from './view-context.ts';

/** The address of a page of a list by its suffix. */
export function pageAddress(
  { address, folder = '' }: Pick<List, 'address' | 'folder'>,
  suffix: string,
): string {
  return address + (suffix && folder + suffix);
}

/** The years of a list that has several pages, each with the page where it begins. */
export function yearLinks(
  context: ViewContext,
  edition: Edition,
  list: List,
  cuts: readonly Cut<Article>[],
): ListPage['links'] {
  if (cuts.length < 2) return undefined;
  const pages = new Map<string, string>();
  for (const { suffix, items } of cuts)
    for (const { date } of items) {
      const year = date.day.slice(0, 4);
      if (!pages.has(year)) pages.set(year, suffix);
    }
  if (pages.size < 2) return undefined;
  const items = [...pages].map(([year, suffix]) => ({
    text: formatYear(Number(year), edition.language),
    href: `${toHref(context, pageAddress(list, suffix))}#${yearId(year)}`,
  }));
  return { label: wordsOf(edition.language).archive.title, items };
}

/** The id of the first entry of a year on a page: `2026` -> `ui-year-2026`. */
export function yearId(year: string): string {
  return `ui-year-${year}`;
}
