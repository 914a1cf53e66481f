/** One page of a list. */
export interface ListPage<T> {
  /** Below the list's own address: `''` for the newest page, else `1/`, `2/` … */
  readonly suffix: string;
  /** Newest first. */
  readonly items: readonly T[];
  /** The next older page. */
  readonly older?: string;
}

/**
 * Cuts a list, newest first, into pages that last: full pages are counted from the oldest
 * (`1/`), so that a page once full is never printed again; what is newer than the last full
 * page stands at the list's own address (contracts, section 5).
 */
export function toListPages<T>(items: readonly T[], pageSize: number): ListPage<T>[] {
  const full = Math.max(0, Math.ceil(items.length / pageSize) - 1);
  const pages: ListPage<T>[] = [];
  const newest = items.slice(0, items.length - full * pageSize);
  pages.push({ suffix: '', items: newest, ...(full > 0 ? { older: `${full}/` } : {}) });
  for (let number = full; number >= 1; number--) {
    const end = items.length - (number - 1) * pageSize;
    const older = number > 1 ? { older: `${number - 1}/` } : {};
    pages.push({ suffix: `${number}/`, items: items.slice(end - pageSize, end), ...older });
  }
  return pages;
}
