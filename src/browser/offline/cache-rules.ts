/** Version of the format of the caches. Increase it with each change: old caches are deleted. */
const version = 1;

/**
 * The caches in the reader's browser. `recent`: pages as last received, also prefetched ones.
 * `opened`: pages that the reader has seen. `kept`: pages that the reader saved, with all their
 * files. `fallback`: the offline page of each edition. `assets`: files with a hash in their name.
 */
type CacheKind = 'recent' | 'opened' | 'kept' | 'fallback' | 'assets';

/** The name of a cache of the site at `base` (path or address): an origin may have several sites. */
export function cacheName(kind: CacheKind, base: string | URL): string {
  return `dateline:${version}:${kind}:${new URL(base, 'http://site').pathname}`;
}

/** Whether a cache belongs to this site and has another version. */
export function isOutdated(name: string, base: string | URL): boolean {
  const { pathname } = new URL(base, 'http://site');
  const [owner, number, , path] = name.split(':');
  return owner === 'dateline' && path === pathname && number !== `${version}`;
}

/** The address under which a page is stored: with a slash at the end, without query and hash. */
export function pageKey(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}

/** Whether a response is a complete page of its own address: no error, no part, no redirect. */
export function isWholePage({ status, redirected, headers }: Response): boolean {
  return (
    status === 200 && !redirected && /^text\/html\b/u.test(headers.get('content-type') ?? '')
  );
}

/**
 * Finds the offline page of the edition that an address belongs to: the one with the longest folder
 * that contains the address.
 */
export function nearestFallback(
  address: string,
  fallbacks: readonly string[],
): string | undefined {
  const folder = (fallback: string) => new URL('../', fallback).href;
  return fallbacks
    .filter((fallback) => address.startsWith(folder(fallback)))
    .toSorted((a, b) => b.length - a.length)[0];
}
