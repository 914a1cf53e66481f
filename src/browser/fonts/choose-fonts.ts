const storageKey = 'dateline:fonts';

/** Pages that follow each other within this time, in milliseconds, belong to one visit. */
export const visitLength = 1_800_000;

/**
 * Chooses the typeface of a page before its first paint: the site's fonts at `addresses` (separated
 * by spaces), which it then preloads, or the fallback: fonts of the system. A visit keeps the
 * typeface of its first page. That has the site's fonts if the device has them from an earlier
 * visit, or if the connection is quick enough for them to arrive before the text is painted.
 */
export function chooseFonts(addresses: string | undefined): void {
  try {
    const kept = keptFonts();
    const left = Math.abs(kept) - Date.now();
    if (!addresses || (left > 0 && left <= visitLength) || !(kept > 0 || isQuick())) return;
    document.documentElement.dataset['fonts'] = '';
    document.write(addresses.replace(/\S+/g, '<link rel=preload as=font crossorigin href=$&>'));
  } catch {
    // The browser forbids storage, or lacks one of these functions: the page uses the fallback.
  }
}

/**
 * Whether fonts are likely to arrive within the tenth of a second in which browsers wait for them: the
 * answer with this page came within 50 ms, and the reader does not save data.
 */
function isQuick(): boolean {
  const [page] = performance.getEntriesByType('navigation') as [PerformanceNavigationTiming];
  // Chromium's estimate for this network, in steps of 25 ms. It includes the radio of a phone.
  const { saveData, rtt = 0 } = (navigator as WithConnection).connection ?? {};
  return page.responseStart - page.requestStart < 50 && rtt < 126 && !saveData;
}

interface WithConnection {
  readonly connection?: { readonly saveData?: boolean; readonly rtt?: number };
}

/**
 * What the device stores: the time, in milliseconds since 1970, until which pages use the fallback;
 * negative if it has not loaded the site's fonts yet; 0 or NaN if it stores nothing. Throws if the
 * browser forbids storage.
 */
export function keptFonts(): number {
  return Number(localStorage.getItem(storageKey));
}

/** Stores what `keptFonts` returns. */
export function keepFonts(value: number): void {
  try {
    localStorage.setItem(storageKey, `${value}`);
  } catch {
    // Not stored.
  }
}
