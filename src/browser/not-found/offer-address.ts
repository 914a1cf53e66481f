import { decodePercent } from '../../language/decode-percent.ts';
import { makeElement } from '../page/make-element.ts';
import { siteFolder } from '../page/site-files.ts';

/** Adds to the page "not found" a link to the address that was probably meant, if it exists. */
export async function offerAddress(place: HTMLElement): Promise<void> {
  const { pathname } = location;
  // The base path comes from the site's own address, since its case matters to the host.
  const base = siteFolder().pathname.slice(0, -1);
  // At its own address the page does not replace another.
  if (!pathname.startsWith(`${base}/`) || pathname === `${base}/404.html`) return;
  for (const likely of likelyPaths(pathname.slice(base.length))) {
    const path = base + likely;
    const answer = await fetch(path, { method: 'HEAD' }).catch(() => undefined);
    if (!answer?.ok || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const link = makeElement(
      'a',
      { href: path + location.search + location.hash },
      decodeURI(path),
    );
    place.append(`${place.dataset['words']} `, link);
    return;
  }
}

/**
 * The paths that a path without a page probably means, likeliest first: without punctuation that
 * followed it in a sentence, with single slashes, in lower case. All are in the form of page
 * addresses: percent-encoded, with a slash at the end.
 */
export function likelyPaths(path: string): string[] {
  const plain = decodePercent(path)
    .normalize('NFC')
    .replace(/[\p{Z}\p{C}]+/gu, '')
    .replace(/\/(?:index)?\.(?:html?|php|aspx?)$|\/index$/iu, '/')
    .replace(/\.html?$/iu, '')
    .replace(/[.,;:!?'"’”»)\]}>、。]+\/?$/u, '')
    .replace(/\/{2,}/gu, '/')
    .replace(/\/?$/u, '/');
  const paths = [plain, plain.toLowerCase()].map((likely) =>
    encodeURI(likely).replace(/[?#]/gu, encodeURIComponent),
  );
  return [...new Set(paths)].filter((likely) => likely !== path);
}
