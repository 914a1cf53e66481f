import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { removeKept } from './kept-pages.ts';
import css from './list-saved.css?inline';
import { pageKey } from './page-key.ts';
import { forgetOpened, type StoredPage, storedPages } from './stored-pages.ts';

/** Fills an offline page with what this device holds. */
export async function listSaved(): Promise<void> {
  const place = document.querySelector<HTMLElement>('.saved');
  const nothing = place?.firstElementChild;
  if (!place || !nothing) return;
  tellWhy(place.dataset);
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

/** In the place of a page that is not there, the page says so. */
function tellWhy({ address = '', title = '', explanation = '' }: DOMStringMap): void {
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
