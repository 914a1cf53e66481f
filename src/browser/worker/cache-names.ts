import { cacheName } from '../offline/cache-rules.ts';
import { scope } from './worker-scope.ts';

/** The caches of this worker's site. */
export const cacheNames = {
  recent: cacheName('recent', scope),
  opened: cacheName('opened', scope),
  kept: cacheName('kept', scope),
  fallback: cacheName('fallback', scope),
  assets: cacheName('assets', scope),
} as const;

/** The response that a cache has for an address, for any request headers. */
export async function inCache(
  kind: keyof typeof cacheNames,
  address: string,
): Promise<Response | undefined> {
  return caches.match(address, { cacheName: cacheNames[kind], ignoreVary: true });
}
