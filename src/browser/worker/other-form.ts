import { cacheNames } from './cache-names.ts';

/** Name of a picture's file: what all of its forms begin with, then the form. */
const pictureName = /\/assets\/([0-9a-f]{32})[-.][^/]*$/u;

/**
 * The same picture in another width or format, where the one that is asked for cannot be had: a
 * page is kept with one form of each, and a window that was turned asks for another. Browsers
 * look at the bytes of a picture, not at what they were promised.
 */
export async function otherForm(address: string): Promise<Response | undefined> {
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
