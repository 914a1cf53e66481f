import { isWholePage, nearestFallback } from '../offline/cache-rules.ts';
import { holdAsset } from './asset-files.ts';
import { cacheNames } from './cache-names.ts';

/** Offline pages that the worker has fetched since it started. */
const fetched = new Set<string>();

/**
 * Stores an edition's offline page with all scripts of the site: once after each start of the
 * worker, so that the page of a new deploy replaces the old one.
 */
export async function refreshFallback(address: string, event: ExtendableEvent): Promise<void> {
  if (fetched.has(address)) return;
  fetched.add(address);
  try {
    const cache = await caches.open(cacheNames.fallback);
    const response = await fetch(address, { cache: 'no-cache' });
    if (response.status === 404) await cache.delete(address);
    if (!isWholePage(response)) return;
    const html = await response.clone().text();
    const names = / (?:src|data-settings|data-words)="([^"]+\.(?:css|js))"/gu;
    for (const [, file = ''] of html.matchAll(names))
      await holdAsset(new URL(file, address).href, event);
    await cache.put(address, response);
  } catch {
    fetched.delete(address);
  }
}

/** Answers with the offline page of the edition that an address belongs to. */
export async function answerFallback(address: string): Promise<Response> {
  const cache = await caches.open(cacheNames.fallback);
  const known = (await cache.keys()).map(({ url }) => url);
  const page = await cache.match(nearestFallback(address, known) ?? '', { ignoreVary: true });
  // With an error status, so that nothing takes it for the requested page.
  return page
    ? new Response(page.body, { status: 503, headers: page.headers })
    : Response.error();
}
