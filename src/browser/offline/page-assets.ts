import { parsePage } from './parse-page.ts';
import { siteFolder } from './site-folder.ts';

/** Where files lie that carry the hash of their bytes. */
export const assetsFolder = new URL('assets/', siteFolder).href;

/** Addresses of the site's files that a page needs: pictures, scripts, style sheets, fonts. */
export function assetsOf(html: string, address: string): string[] {
  const page = parsePage(html);
  const pictures = [...page.querySelectorAll('img')].map((picture) => formToKeep(picture));
  const files = [...page.querySelectorAll('script,link[rel="stylesheet"]')].flatMap((element) =>
    ['src', 'href', 'data-settings', 'data-words'].map((name) => element.getAttribute(name)),
  );
  const styles = [...html.matchAll(/<style>.*?<\/style>/gsu)].flatMap(([css]) =>
    [...css.matchAll(/url\(["']?([^"')]+)/gu)].map(([, named]) => named),
  );
  const addresses = [...pictures, ...files, ...styles].flatMap((named) =>
    named ? [new URL(named, address).href] : [],
  );
  return [...new Set(addresses)].filter((asset) => asset.startsWith(assetsFolder));
}

/**
 * Of a picture in many forms, one that every browser with a worker reads, and wide enough for
 * most; the worker gives it for the others.
 */
function formToKeep(picture: Element): string | null | undefined {
  const source = picture.parentElement?.querySelector(
    ':scope > source:is([type="image/webp"],[type="image/svg+xml"]):not([media])',
  );
  const [narrow, middle] = source?.getAttribute('srcset')?.split(',') ?? [];
  return (middle ?? narrow)?.split(' ')[0] ?? picture.getAttribute('src');
}
