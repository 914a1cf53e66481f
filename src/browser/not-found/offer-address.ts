import { siteFolder } from '../offline/site-folder.ts';
import { makeElement } from '../page/make-element.ts';
import { likelyPaths } from './likely-paths.ts';

/** On the page that says that nothing is here: a link to what was probably meant, if it is there. */
export async function offerAddress(place: HTMLElement): Promise<void> {
  const { pathname } = location;
  // Its case is that of the host.
  const base = siteFolder.pathname.slice(0, -1);
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
