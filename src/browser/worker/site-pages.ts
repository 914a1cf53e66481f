import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { ExpirationPlugin } from 'workbox-expiration';
import type { Route } from 'workbox-routing';
import { NetworkFirst, type StrategyOptions } from 'workbox-strategies';
import { pageKey } from '../offline/cache-rules.ts';
import { cacheNames, inCache } from './cache-names.ts';
import { answerFallback } from './fallback-pages.ts';
import { scope } from './worker-scope.ts';

/** Pages come from the network. Stored ones replace them when it does not answer. */
const strategy = new NetworkFirst({
  cacheName: cacheNames.recent,
  networkTimeoutSeconds: 4,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cacheKeyWillBeUsed: async ({ request }) => pageKey(request.url),
      cacheWillUpdate: async ({ request, response }) => {
        if (response.status === 404 || response.status === 410) await forget(request.url);
        return response;
      },
    },
    new CacheableResponsePlugin({ statuses: [200] }),
    new ExpirationPlugin({ maxEntries: 10, purgeOnQuotaError: true }),
    {
      cacheDidUpdate: async ({ request, newResponse }) => {
        if (await inCache('kept', request.url)) {
          const kept = await caches.open(cacheNames.kept);
          await kept.put(request.url, newResponse);
        }
      },
      cachedResponseWillBeUsed: async ({ cachedResponse, request: { url } }) =>
        cachedResponse ??
        (await inCache('kept', url)) ??
        (await inCache('opened', url)) ??
        inCache('fallback', url),
    },
  ] as NonNullable<StrategyOptions['plugins']>,
});

/** Addresses of pages end with a slash, or lack only the slash; files have an extension. */
export const isPage: Route['match'] = ({ request, url }) =>
  request.mode === 'navigate' && url.href.startsWith(scope) && /\/[^/.]*$/u.test(url.pathname);

export const answerPage = async ({
  request,
  event,
}: {
  request: Request;
  event: ExtendableEvent;
}): Promise<Response> => {
  try {
    return await strategy.handle({ request, event });
  } catch {
    return answerFallback(request.url);
  }
};

/** Deletes a page that is no longer published, unless the reader saved it on purpose. */
async function forget(address: string): Promise<void> {
  for (const kind of ['recent', 'opened'] as const) {
    const cache = await caches.open(cacheNames[kind]);
    await cache.delete(pageKey(address), { ignoreVary: true });
  }
}
