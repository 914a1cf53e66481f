/** Form of what the caches hold: to be raised when it changes; the old ones then go. */
const form = 1;

/**
 * Names of the caches in the reader's browser. `recent`: pages as they last came, also those
 * that were only prepared. `opened`: pages that the reader has seen. `kept`: pages kept on
 * purpose, with all they need. `fallback`: each edition's page for what is not there. `assets`:
 * files that carry the hash of their bytes.
 */
export type CacheKind = 'recent' | 'opened' | 'kept' | 'fallback' | 'assets';

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
