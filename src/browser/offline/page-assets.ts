import { siteFolder } from './site-folder.ts';

/** Where files lie that carry the hash of their bytes. */
export const assetsFolder = new URL('assets/', siteFolder).href;

/** Addresses of the site's files that a page needs to be shown: pictures, scripts, fonts. */
export function assetsOf(html: string, address: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const sources = [...page.querySelectorAll('img[src],script[src]')].map(
    (element) => formToKeep(element) ?? element.getAttribute('src') ?? '',
  );
  const styles = [...page.querySelectorAll('style')].flatMap(({ textContent }) =>
    [...(textContent ?? '').matchAll(/url\(["']?([^"')]+)/gu)].map(([, named = '']) => named),
  );
  const addresses = [...sources, ...styles].map((named) => new URL(named, address).href);
  return [...new Set(addresses)].filter((asset) => asset.startsWith(assetsFolder));
}

/**
 * Of a picture in many forms, one that every browser with a worker reads, and wide enough for
 * most; the worker gives it for the others.
 */
function formToKeep({ parentElement }: Element): string | undefined {
  const source = parentElement?.querySelector(
    ':scope > source:is([type="image/webp"],[type="image/svg+xml"]):not([media])',
  );
  const [narrow, middle] = source?.getAttribute('srcset')?.split(',') ?? [];
  return (middle ?? narrow)?.split(' ')[0];
}
