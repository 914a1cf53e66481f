import { cacheName } from './cache-name.ts';
import { openKept, pagesIn } from './kept-pages.ts';
import { parsePage } from './parse-page.ts';
import { siteFolder } from './site-folder.ts';

/** A page that this device holds, as it says of itself. */
export interface StoredPage {
  readonly address: string;
  readonly kept: boolean;
  readonly headline: string;
  readonly language: string;
  readonly direction: string;
  readonly date?: { readonly machine: string; readonly text: string };
}

/** Articles that were opened, the latest first, then what else was kept. */
export async function storedPages(): Promise<StoredPage[]> {
  const keptCache = await openKept();
  const kept = new Set((await pagesIn(keptCache)).toReversed());
  const openedCache = await caches.open(cacheName('opened', siteFolder));
  const opened = (await pagesIn(openedCache)).toReversed();
  const pages: StoredPage[] = [];
  for (const address of new Set([...opened, ...kept])) {
    const cache = kept.has(address) ? keptCache : openedCache;
    const response = await cache.match(address, { ignoreVary: true });
    const page = response && readPage(await response.text(), address, kept.has(address));
    if (page) pages.push(page);
  }
  return pages;
}

/** Takes a page from this device, however it came there. */
export async function forgetOpened(address: string): Promise<void> {
  for (const kind of ['recent', 'opened'] as const) {
    const cache = await caches.open(cacheName(kind, siteFolder));
    await cache.delete(address, { ignoreVary: true });
  }
}

/** Lists that were only passed through are not told of. */
function readPage(html: string, address: string, kept: boolean): StoredPage | undefined {
  const page = parsePage(html);
  const headline = page.querySelector('main h1')?.textContent?.trim();
  const article = page.querySelector('body.page-article');
  if (!headline || !(article || kept)) return undefined;
  const time = article?.querySelector('header time');
  const { lang, dir } = page.documentElement;
  return {
    address,
    kept,
    headline,
    language: lang,
    direction: dir,
    ...(time
      ? { date: { machine: time.getAttribute('datetime') ?? '', text: time.textContent ?? '' } }
      : {}),
  };
}
