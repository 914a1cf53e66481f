import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { countParts, type PartName, type Size, sizeOf } from './count-parts.ts';
import { phone } from './phone.ts';
import { recordRequests } from './record-requests.ts';

export interface PageBytes {
  /** Of all requests until the load event. */
  readonly parts: Readonly<Record<PartName, Size>>;
  /** Of all later requests within three seconds, by the page or its service worker. */
  readonly after: Size;
  /** The requests in order; the first is the page itself. */
  readonly pathsBefore: readonly string[];
  readonly pathsAfter: readonly string[];
}

/**
 * Measures the traffic of a first visit to a page of the server at `origin`, on a fast
 * connection.
 */
export async function measureBytes(
  browser: Browser,
  origin: string,
  path: string,
): Promise<PageBytes> {
  const recorder = await recordRequests(origin);
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.goto(recorder.origin + path, { waitUntil: 'load' });
    await sleep(3000);
    const loaded = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return (
        performance.timeOrigin + (navigation as PerformanceNavigationTiming).loadEventStart
      );
    });
    const recorded = recorder.recorded.toSorted((a, b) => a.time - b.time);
    const before = recorded.filter(({ time }) => time <= loaded);
    const after = recorded.filter(({ time }) => time > loaded);
    return {
      parts: countParts(before),
      after: sumUp(after.map(sizeOf)),
      pathsBefore: before.map(({ path }) => path),
      pathsAfter: after.map(({ path }) => path),
    };
  } finally {
    await context.close();
    await recorder.close();
  }
}

function sumUp(sizes: readonly Size[]): Size {
  const plain = sizes.reduce((sum, size) => sum + size.plain, 0);
  return { plain, brotli: sizes.reduce((sum, size) => sum + size.brotli, 0) };
}
