import { siteFolder } from './site-folder.ts';

/** Where files lie that carry the hash of their bytes. */
export const assetsFolder = new URL('assets/', siteFolder).href;

/** Addresses of the site's files that a page needs to be shown: pictures, scripts, fonts. */
export function assetsOf(html: string, address: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const sources = [...page.querySelectorAll('img[src],script[src]')].map(
    (element) => element.getAttribute('src') ?? '',
  );
  const styles = [...page.querySelectorAll('style')].flatMap(({ textContent }) =>
    [...(textContent ?? '').matchAll(/url\(["']?([^"')]+)/gu)].map(([, named = '']) => named),
  );
  const addresses = [...sources, ...styles].map((named) => new URL(named, address).href);
  return [...new Set(addresses)].filter((asset) => asset.startsWith(assetsFolder));
}
