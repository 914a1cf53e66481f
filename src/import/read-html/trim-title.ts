import { plain } from '../plain.ts';

/**
 * A headline without the name of its site behind it (`Headline | Daily News`): cut where that is
 * the site's name, where `shown` is the rest, or, in a `<title>`, behind the last bar.
 */
export function trimTitle(
  title: string,
  site: string | undefined,
  shown: string | undefined,
  isPageTitle: boolean,
): string {
  const found = /^(.*\S)\s+(?<mark>[|·•»—–-])\s+(\S.*)$/u.exec(title);
  if (!found) return title;
  const [, head = '', mark, tail = ''] = found;
  const named = site !== undefined && plain(tail) === plain(site);
  const same = shown !== undefined && plain(shown) === plain(head);
  if (named || same || (isPageTitle && mark === '|' && shown === undefined)) return head;
  return title;
}
