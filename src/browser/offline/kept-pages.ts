import { siteFolder } from '../page/site-files.ts';
import { cacheName, isWholePage, pageKey } from './cache-rules.ts';
import { scriptsFrom } from './scripts-from.ts';

/** Opens the cache of saved pages with all their files. The worker deletes nothing from it. */
export function openKept(): Promise<Cache> {
  return caches.open(cacheName('kept', siteFolder()));
}

/** The pages of a cache in the order in which they were added. */
export async function pagesIn(cache: Cache): Promise<string[]> {
  const keys = await cache.keys();
  return keys.map(({ url }) => url).filter((url) => !url.startsWith(assetsFolder));
}

/** Whether all of these pages are saved. */
export async function areKept(addresses: readonly string[]): Promise<boolean> {
  const kept = new Set(await pagesIn(await openKept()));
  return addresses.every((address) => kept.has(pageKey(address)));
}

/**
 * Creates a function that saves one page per call, in its current version. Files that several pages
 * need are fetched once. If a file is missing, the page is saved and the promise rejects.
 */
export async function createKeeper(): Promise<(address: string) => Promise<void>> {
  const kept = await openKept();
  const texts = new Map<string, Promise<string>>();
  const keepAsset = (address: string): Promise<string> => {
    const text = texts.get(address) ?? keepFile(kept, address);
    texts.set(address, text);
    return text;
  };
  return async (address) => {
    const response = await fetch(address, { cache: 'no-cache' });
    if (!isWholePage(response)) throw new Error(`${response.status}: ${address}`);
    const needed = assetsOf(await response.clone().text(), address);
    await kept.put(pageKey(address), response);
    await Promise.all(
      needed.map((asset) =>
        asset.endsWith('.js') ? scriptsFrom(asset, keepAsset) : keepAsset(asset),
      ),
    );
  };
}

/** Saves a file. Returns the text of a script, and an empty text for other files. */
async function keepFile(kept: Cache, address: string): Promise<string> {
  const known = await kept.match(address, { ignoreVary: true });
  const response = known ?? (await fetch(address));
  if (response.status !== 200) throw new Error(`${response.status}: ${address}`);
  if (!known) await kept.put(address, response.clone());
  return address.endsWith('.js') ? response.text() : '';
}

/** Deletes saved pages, and the files that no other saved page needs. */
export async function removeKept(addresses: readonly string[]): Promise<void> {
  const kept = await openKept();
  for (const address of addresses) await kept.delete(pageKey(address), { ignoreVary: true });
  const needed = new Set<string>();
  const pages = await pagesIn(kept);
  for (const page of pages) {
    const response = await kept.match(page, { ignoreVary: true });
    for (const asset of assetsOf((await response?.text()) ?? '', page)) needed.add(asset);
  }
  for (const { url } of await kept.keys()) {
    // Scripts import others, so they stay as long as any page does.
    const isNeeded = needed.has(url) || (url.endsWith('.js') && pages.length > 0);
    if (url.startsWith(assetsFolder) && !isNeeded) await kept.delete(url, { ignoreVary: true });
  }
}

/** The folder of files with a hash in their name. */
const assetsFolder = new URL('assets/', siteFolder()).href;

/** Addresses of the site's files that a page needs: pictures, scripts, style sheets, fonts. */
function assetsOf(html: string, address: string): string[] {
  const page = parsePage(html);
  const pictures = [...page.querySelectorAll('img')].map((picture) => formToKeep(picture));
  // Films may be large: only what is shown before they play is kept.
  const posters = [...page.querySelectorAll('video')].map((film) =>
    film.getAttribute('poster'),
  );
  const files = [...page.querySelectorAll('script,link[rel="stylesheet"]')].flatMap((element) =>
    ['src', 'href', 'data-settings', 'data-words'].map((name) => element.getAttribute(name)),
  );
  const styles = [...html.matchAll(/<style>.*?<\/style>/gsu)].flatMap(([css]) =>
    [...css.matchAll(/url\(["']?([^"')]+)/gu)].map(([, named]) => named),
  );
  const addresses = [...pictures, ...posters, ...files, ...styles].flatMap((named) =>
    named ? [new URL(named, address).href] : [],
  );
  return [...new Set(addresses)].filter((asset) => asset.startsWith(assetsFolder));
}

/**
 * The form of a picture to save: one that every browser with service workers supports, and wide
 * enough for most windows. The worker answers requests for other forms with it.
 */
function formToKeep(picture: Element): string | null | undefined {
  const source = picture.parentElement?.querySelector(
    ':scope > source:is([type="image/webp"],[type="image/svg+xml"]):not([media])',
  );
  const [narrow, middle] = source?.getAttribute('srcset')?.split(',') ?? [];
  return (middle ?? narrow)?.split(' ')[0] ?? picture.getAttribute('src');
}

/**
 * Parses a page of the site without its style sheets: the content security policy of the current
 * page does not allow those of others, and the browser would report each one.
 */
export function parsePage(html: string): Document {
  const plain = html.replaceAll(/<style>.*?<\/style>/gsu, '');
  return new DOMParser().parseFromString(plain, 'text/html');
}
