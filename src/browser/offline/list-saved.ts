import { adoptStyle, makeElement } from '../page/make-element.ts';
import { siteFolder } from '../page/site-files.ts';
import { cacheName, pageKey } from './cache-rules.ts';
import { openKept, pagesIn, parsePage, removeKept } from './kept-pages.ts';
import css from './list-saved.css?inline';

/** Lists the pages that this device has on the offline page. */
export async function listSaved(): Promise<void> {
  const place = document.querySelector<HTMLElement>('.saved');
  const nothing = place?.firstElementChild;
  if (!place || !nothing) return;
  explain(place.dataset);
  const pages = await storedPages();
  if (pages.length === 0) return;
  adoptStyle(css);
  const list = makeElement('ul');
  list.append(...pages.map((page) => toItem(page, place.dataset, removed)));
  nothing.replaceWith(list);

  function removed(item: HTMLElement): void {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    next?.querySelector('button')?.focus();
    if (nothing && !next) list.replaceWith(nothing);
  }
}

/** At the address of another page, explains that this page is not available. */
function explain({ address = '', title = '', explanation = '' }: DOMStringMap): void {
  if (pageKey(location.href) === new URL(address, location.href).href) return;
  const heading = document.querySelector('main h1');
  if (heading) heading.textContent = title;
  heading?.after(makeElement('p', { class: 'explanation' }, explanation));
  document.title = title;
  addEventListener('online', () => location.reload(), { once: true });
}

function toItem(
  { address, kept, headline, language, direction, date }: StoredPage,
  words: DOMStringMap,
  removed: (item: HTMLElement) => void,
): HTMLElement {
  const link = makeElement('a', { href: address }, headline);
  const heading = makeElement('h2', { lang: language, dir: direction }, link);
  const remove = makeElement('button', { type: 'button' }, words['remove'] ?? '');
  remove.setAttribute('aria-label', `${words['remove']}: ${headline}`);
  const facts = makeElement('p', { class: 'date' });
  if (date) {
    const time = makeElement('time', { datetime: date.machine, lang: language }, date.text);
    facts.append(time, ' · ');
  }
  if (kept) facts.append(makeElement('strong', {}, words['saved'] ?? ''), ' · ');
  facts.append(remove);
  const item = makeElement('li', {}, heading, facts);
  remove.addEventListener('click', async () => {
    await removeKept([address]);
    await forgetOpened(address);
    removed(item);
  });
  return item;
}

/** A page that this device has, as the page describes itself. */
interface StoredPage {
  readonly address: string;
  readonly kept: boolean;
  readonly headline: string;
  readonly language: string;
  readonly direction: string;
  readonly date?: { readonly machine: string; readonly text: string } | null;
}

/** Opened articles, latest first, then other saved pages. */
async function storedPages(): Promise<StoredPage[]> {
  const keptCache = await openKept();
  const kept = new Set((await pagesIn(keptCache)).toReversed());
  const openedCache = await caches.open(cacheName('opened', siteFolder()));
  const opened = (await pagesIn(openedCache)).toReversed();
  const pages: StoredPage[] = [];
  for (const address of new Set([...opened, ...kept])) {
    const cache = kept.has(address) ? keptCache : openedCache;
    const response = await cache.match(address, { ignoreVary: true });
    const page = response && readPage(await response.text(), address, kept.has(address));
    if (page) pages.push(page);
  }
  return pages;
}

/** Deletes a page that the reader opened from this device. */
async function forgetOpened(address: string): Promise<void> {
  for (const kind of ['recent', 'opened'] as const) {
    const cache = await caches.open(cacheName(kind, siteFolder()));
    await cache.delete(address, { ignoreVary: true });
  }
}

/** Reads a stored page. Undefined for a list that was only opened, not saved. */
function readPage(html: string, address: string, kept: boolean): StoredPage | undefined {
  const page = parsePage(html);
  const headline = page.querySelector('main h1')?.textContent?.trim();
  const article = page.querySelector('body.page-article');
  if (!headline || !(article || kept)) return undefined;
  const time = article?.querySelector('header time');
  const { lang, dir } = page.documentElement;
  return {
    address,
    kept,
    headline,
    language: lang,
    direction: dir,
    date: time && {
      machine: time.getAttribute('datetime') ?? '',
      text: time.textContent ?? '',
    },
  };
}
