import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { phone, slowdown, slowNetwork } from './phone.ts';

/** When a page first showed content: milliseconds from the start of its navigation. */
export interface Paint {
  readonly firstPaint: number;
  readonly firstContentfulPaint: number;
  readonly largestContentfulPaint: number;
  /** The sum of all layout shifts until a second after the load event. */
  readonly layoutShift: number;
}

/** Loads a page once without a cache, as on a slow phone. */
export async function measurePaint(browser: Browser, url: string): Promise<Paint> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPaints);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', slowNetwork);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await sleep(1000);
    return await page.evaluate(() => {
      const { largest, shift } = Reflect.get(globalThis, 'paints') as Watched;
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      return {
        firstPaint: at('first-paint'),
        firstContentfulPaint: at('first-contentful-paint'),
        largestContentfulPaint: largest,
        layoutShift: shift,
      };
    });
  } finally {
    await context.close();
  }
}

interface Watched {
  largest: number;
  shift: number;
}

// Runs in the page before its own scripts, without access to this module.
function watchPaints(): void {
  const watched: Watched = { largest: NaN, shift: 0 };
  Reflect.set(globalThis, 'paints', watched);
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) watched.largest = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
}
