import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { ExpirationPlugin } from 'workbox-expiration';
import type { Route } from 'workbox-routing';
import { CacheFirst, type StrategyOptions } from 'workbox-strategies';
import { scriptsFrom } from '../offline/scripts-from.ts';
import { cacheNames, inCache } from './cache-names.ts';
import { scope } from './worker-scope.ts';

/** Files are named by their bytes, so what is stored is never old. The unused go first. */
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

/** What pages are made of; attachments, which may be large, are left to the browser. */
const kinds: readonly string[] = ['image', 'font', 'script', 'style'];

export const isAsset: Route['match'] = ({ request, url }) =>
  url.href.startsWith(`${scope}assets/`) &&
  kinds.includes(request.destination) &&
  !request.headers.has('range');

export const answerAsset: Route['handler'] = strategy;

/**
 * Stores a file, or notes that it is still in use; a script with all that it may load. Adds to
 * `held` what is there then.
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

/** Name of a picture's file: what all of its forms begin with, then the form. */
const pictureName = /\/assets\/([0-9a-f]{32})[-.][^/]*$/u;

/**
 * The same picture in another width or format, where the one that is asked for cannot be had: a
 * page is kept with one form of each, and a window that was turned asks for another. Browsers
 * look at the bytes of a picture, not at what they were promised.
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
