import { CacheExpiration } from 'workbox-expiration';
import { isWholePage, pageKey } from '../offline/cache-rules.ts';
import { holdAsset } from './asset-files.ts';
import { cacheNames, inCache } from './cache-names.ts';
import { refreshFallback } from './fallback-pages.ts';
import { scope } from './worker-scope.ts';

/** The message of a page to the worker when a reader sees the page. Addresses are absolute. */
export interface OpenedPage {
  /** The page; absent if it need not be stored. */
  readonly page?: string;
  /** Files below `assets/` that the page used. */
  readonly assets: readonly string[];
  /** The offline page of its edition. */
  readonly fallback?: string;
}

/** The least recently used page goes first. */
const order = new CacheExpiration(cacheNames.opened, {
  maxEntries: 60,
  matchOptions: { ignoreVary: true },
});

/** Stores an opened page as it was last received; fetches it if that was before the worker started. */
export async function rememberPage(
  { page, assets, fallback }: OpenedPage,
  event: ExtendableEvent,
): Promise<void> {
  const files = assets.filter((address) => address.startsWith(`${scope}assets/`));
  const held = new Set<string>();
  await Promise.allSettled([
    ...files.map((address) => holdAsset(address, event, held)),
    ...(page?.startsWith(scope) ? [storeOpened(pageKey(page))] : []),
    ...(fallback?.startsWith(scope) ? [refreshFallback(fallback, event)] : []),
  ]);
  if (page && (await inCache('kept', pageKey(page)))) await keepFiles(held);
}

/** A saved page that was received again also needs its current files. */
async function keepFiles(addresses: Iterable<string>): Promise<void> {
  const kept = await caches.open(cacheNames.kept);
  for (const address of addresses) {
    if (await inCache('kept', address)) continue;
    const file = await inCache('assets', address);
    if (file) await kept.put(address, file);
  }
}

async function storeOpened(address: string): Promise<void> {
  const response =
    (await inCache('recent', address)) ??
    (await inCache('kept', address)) ??
    (await inCache('opened', address)) ??
    (await fetch(address));
  if (!isWholePage(response)) return;
  const opened = await caches.open(cacheNames.opened);
  await opened.put(address, response);
  await order.updateTimestamp(address);
  await order.expireEntries();
}
