/** Form of what the caches hold: to be raised when it changes; the old ones then go. */
const form = 1;

/**
 * Names of the caches in the reader's browser. `recent`: pages as they last came, also those
 * that were only prepared. `opened`: pages that the reader has seen. `kept`: pages kept on
 * purpose, with all they need. `fallback`: each edition's page for what is not there. `assets`:
 * files that carry the hash of their bytes.
 */
type CacheKind = 'recent' | 'opened' | 'kept' | 'fallback' | 'assets';

/**
 * Name of a cache of the site below `base`, a path or an address: one origin may hold several
 * sites.
 */
export function cacheName(kind: CacheKind, base: string | URL): string {
  return `dateline:${form}:${kind}:${new URL(base, 'http://site').pathname}`;
}

/** Whether a cache is this site's and of another form. */
export function isOutdated(name: string, base: string | URL): boolean {
  const { pathname } = new URL(base, 'http://site');
  const [owner, number, , path] = name.split(':');
  return owner === 'dateline' && path === pathname && number !== `${form}`;
}

/** The address under which a page is stored: a query or a missing slash make no other page. */
export function pageKey(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}${pathname.endsWith('/') ? '' : '/'}`;
}

/** Whether an answer is a page that can stand for its address: no error, no part, not moved. */
export function isWholePage({ status, redirected, headers }: Response): boolean {
  return (
    status === 200 && !redirected && /^text\/html\b/u.test(headers.get('content-type') ?? '')
  );
}

/**
 * Of the addresses of offline pages the one of the edition to which an address belongs: the
 * longest whose folder the address lies in.
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
