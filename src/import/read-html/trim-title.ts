import { plain } from '../plain.ts';

/** What stands between a headline and the name of its site; without spaces around in East Asia. */
const between = /\s+(?:[|｜·•»›/:—–‐-]|::)\s+|[|｜－]|(?<=\S)_(?=\S)/gu;
/** Signs that stand in no headline. */
const sure = /^\s*[|｜_]\s*$/u;

/** A title in two, at each place where the name of a site may begin or end. */
export function splitTitle(
  title: string,
): { readonly head: string; readonly mark: string; readonly tail: string }[] {
  return [...title.matchAll(between)].map(({ index, 0: mark }) => ({
    head: title.slice(0, index).trim(),
    mark,
    tail: title.slice(index + mark.length).trim(),
  }));
}

/**
 * A headline without the name of its site behind it (`Headline | Daily News`) or before: cut where
 * that is the site's name, where `shown` is the rest, or, in a `<title>`, behind the last bar.
 */
export function trimTitle(
  title: string,
  site: string | undefined,
  shown: string | undefined,
  isPageTitle: boolean,
): string {
  const parts = splitTitle(title).filter(({ head, tail }) => head !== '' && tail !== '');
  const isSame = (one: string, other: string | undefined) =>
    other !== undefined && plain(other) !== '' && plain(one) === plain(other);
  for (const { head, tail } of parts) {
    if (isSame(head, shown)) return head;
    if (isSame(tail, shown)) return tail;
  }
  for (const { head, tail } of parts) {
    if (isSame(tail, site)) return head;
    if (isSame(head, site)) return tail;
  }
  const last = parts.at(-1);
  const isSure = last !== undefined && sure.test(last.mark) && last.tail.length <= 30;
  const isName = isSure && (!last.mark.includes('_') || /^\P{ASCII}+$/u.test(last.tail));
  return isPageTitle && shown === undefined && isName ? last.head : title;
}
