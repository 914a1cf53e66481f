import { decode } from '../../content/article/file-path.ts';
import { nameOf } from '../write/name-of.ts';
import type { FeedEntry } from './feed-entry.ts';

/** Stands for the site of an export that does not name it. */
const unnamed = 'https://site.invalid/';

/**
 * Finds the copies that addresses of an export lead to: `https://old.example/2024/05/quay/`,
 * `/2024/05/quay/` or `/?p=12` -> `quay.md`, `/about/` -> `pages/about.md`, where an entry with
 * that address, a name and a date (a page needs none) is among `entries`. Entries whose copies would have the same name are not found.
 * `site` is the address of the site that the export is from.
 */
export function createSiblings(
  entries: readonly FeedEntry[],
  site: string | undefined,
): (address: string) => string | undefined {
  const base = site ?? unnamed;
  const own = hostOf(base);
  const files = new Map<string, string>();
  const names = new Map<string, number>();
  for (const entry of entries) {
    const file = fileOf(entry);
    if (file === undefined) continue;
    names.set(file.toLowerCase(), (names.get(file.toLowerCase()) ?? 0) + 1);
    for (const address of [
      entry.link,
      entry.id,
      ...(entry.aliases ?? []),
      ...(entry.paths ?? []),
    ]) {
      const key = keyOf(address, base, own);
      if (key !== undefined && !files.has(key)) files.set(key, file);
    }
  }
  return (address) => {
    const file = files.get(keyOf(address, base, own) ?? '');
    return file === undefined || names.get(file.toLowerCase()) !== 1 ? undefined : file;
  };
}

/** Copies without a date are refused, and a link to them would be broken. */
function fileOf({ name, published, isPage }: FeedEntry): string | undefined {
  if (name === undefined || (published === undefined && !isPage)) return undefined;
  return `${nameOf({ fields: {}, name, ...(isPage && { isPage }) })}.md`;
}

/** The path of an address of the site, or the number in `/?p=12`. */
function keyOf(address: string | undefined, base: string, own: string): string | undefined {
  const url = URL.parse(address ?? '', base);
  if (url === null || !/^https?:$/u.test(url.protocol) || hostOf(url.href) !== own)
    return undefined;
  const path = decode(url.pathname)
    .normalize('NFC')
    .replace(/\/(?:index\.\w+)?$/u, '');
  const number = url.searchParams.get('p') ?? url.searchParams.get('page_id');
  if (path === '') return number === null ? undefined : `?${number}`;
  return path;
}

function hostOf(address: string): string {
  return (URL.parse(address)?.host ?? '').replace(/^www\./u, '');
}
