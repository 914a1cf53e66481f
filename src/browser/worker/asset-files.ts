import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { ExpirationPlugin } from 'workbox-expiration';
import type { Route } from 'workbox-routing';
import { CacheFirst, type StrategyOptions } from 'workbox-strategies';
import { scriptsFrom } from '../offline/scripts-from.ts';
import { cacheNames, inCache } from './cache-names.ts';
import { scope } from './worker-scope.ts';

/**
 * Names of files contain a hash of their bytes, so stored files are never outdated. The least
 * recently used go first.
 */
const strategy = new CacheFirst({
  cacheName: cacheNames.assets,
  matchOptions: { ignoreVary: true },
  plugins: [
    new CacheableResponsePlugin({ statuses: [200] }),
    new ExpirationPlugin({ maxEntries: 400, purgeOnQuotaError: true }),
    {
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) =>
        cachedResponse ?? inCache('kept', request.url),
      handlerDidError: ({ request }) => otherForm(request.url),
    },
  ] as NonNullable<StrategyOptions['plugins']>,
});

/** The kinds of files that pages consist of. Attachments may be large: the browser handles them. */
const kinds: readonly string[] = ['image', 'font', 'script', 'style'];

export const isAsset: Route['match'] = ({ request, url }) =>
  url.href.startsWith(`${scope}assets/`) &&
  kinds.includes(request.destination) &&
  !request.headers.has('range');

export const answerAsset: Route['handler'] = strategy;

/**
 * Stores a file, or marks it as used; a script with all modules that it may load. Adds the addresses
 * of all stored files to `held`, and returns it.
 */
export async function holdAsset(
  address: string,
  event: ExtendableEvent,
  held = new Set<string>(),
): Promise<Set<string>> {
  if (address.endsWith('.js')) {
    const textOf = async (one: string) => (await holdFile(one, event)).text();
    return scriptsFrom(address, textOf, held);
  }
  await holdFile(address, event);
  return held.add(address);
}

async function holdFile(address: string, event: ExtendableEvent): Promise<Response> {
  const [answer, stored] = strategy.handleAll({ request: new Request(address), event });
  const response = (await answer).clone();
  await stored;
  return response;
}

/** The name of a picture file: a key that all forms of the picture share, then the form. */
const pictureName = /\/assets\/([0-9a-f]{32})[-.][^/]*$/u;

/**
 * Finds the same picture in another width or format if the requested one is not available: a page
 * is saved with one form of each picture, and a rotated window requests another. Browsers detect
 * the format from the bytes.
 */
async function otherForm(address: string): Promise<Response | undefined> {
  const [, key] = pictureName.exec(address) ?? [];
  if (key === undefined) return undefined;
  for (const name of [cacheNames.kept, cacheNames.assets]) {
    const cache = await caches.open(name);
    const other = (await cache.keys()).find(({ url }) => pictureName.exec(url)?.[1] === key);
    const response = other && (await cache.match(other, { ignoreVary: true }));
    if (response) return response;
  }
  return undefined;
}
