import type { PublicationSettings } from '../../content/settings/publication-settings.ts';

/** The part of a list on one page. */
export interface ListPart<T> {
  /** Below the list's own address: `''` for the newest page, else `1/`, `2/` … */
  readonly suffix: string;
  /** The number of the page. The oldest is 1. */
  readonly number: number;
  /** Newest first. */
  readonly items: readonly T[];
}

/** The number of items on a full page, and the least on the newest page of a list with older pages. */
export type ListSizes = readonly [pageSize: number, least: number];

/** Of the newest page, where the other pages are large to save files. */
const usualLeast = 24;

/** The sizes of the list pages of a publication. */
export function listSizes({
  pageSize,
  hosting,
}: Pick<PublicationSettings, 'pageSize' | 'hosting'>): ListSizes {
  return [pageSize, hosting.files === 'one' ? Math.min(pageSize, usualLeast) : pageSize];
}

/**
 * Splits a list, newest first, into pages. Older pages are full and counted from the oldest
 * (`1/`), so that their entries never change. The newest page, at the list's own address, holds
 * at least `least`, and less than a full page more: usually between one and two full pages.
 */
export function toListParts<T>(
  items: readonly T[],
  [pageSize, least]: ListSizes,
): ListPart<T>[] {
  const older = Math.max(0, Math.floor((items.length - least) / pageSize));
  const newest = items.slice(0, items.length - older * pageSize);
  const pages: ListPart<T>[] = [{ suffix: '', number: older + 1, items: newest }];
  for (let number = older; number >= 1; number--) {
    const end = items.length - (number - 1) * pageSize;
    pages.push({ suffix: `${number}/`, number, items: items.slice(end - pageSize, end) });
  }
  return pages;
}
