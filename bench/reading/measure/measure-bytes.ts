import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { countParts, type PartName, type Size } from './count-parts.ts';
import { phone } from './phone.ts';
import { recordRequests } from './record-requests.ts';

export interface PageBytes {
  readonly parts: Readonly<Record<PartName, Size>>;
  /** Asked for until the load event, the page itself included. */
  readonly requestsBefore: number;
  /** Asked for afterwards, within three seconds, by the page or by its service worker. */
  readonly requestsAfter: number;
  /** Everything that was asked for, in order. */
  readonly paths: readonly string[];
}

/** What a first visit to a page of the server at `origin` moves, on a fast line. */
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
    const before = recorded.filter(({ time }) => time <= loaded).length;
    return {
      parts: countParts(recorded),
      requestsBefore: before,
      requestsAfter: recorded.length - before,
      paths: recorded.map(({ path }) => path),
    };
  } finally {
    await context.close();
    await recorder.close();
  }
}
