import { makeElement } from '../page/make-element.ts';
import { siteFolder } from '../page/site-files.ts';

/** On the page that says that nothing is here: a link to what was probably meant, if it is there. */
export async function offerAddress(place: HTMLElement): Promise<void> {
  const { pathname } = location;
  // Its case is that of the host.
  const base = siteFolder().pathname.slice(0, -1);
  // At its own address the page stands for no other.
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
 * Paths that were probably meant by one where nothing is, likeliest first: without what a
 * sentence or a careless copy put behind it, with single slashes, in lower case. All in the form
 * that addresses of pages have: percent-encoded, with a slash at the end.
 */
export function likelyPaths(path: string): string[] {
  const plain = decode(path)
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

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
