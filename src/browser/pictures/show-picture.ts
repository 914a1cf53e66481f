import { adoptStyle, makeElement } from '../page/make-element.ts';
import { replaceHash } from '../page/on-reading.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './picture-box.css?inline';

interface PictureBox {
  readonly show: (link: HTMLAnchorElement) => void;
}

let box: PictureBox | undefined;

/**
 * Shows the picture of a link in all of the window, with its caption and credit; from there to
 * the others of the page. While it is shown, the address is that of its figure.
 */
export function showPicture(link: HTMLAnchorElement): void {
  box ??= makeBox();
  box.show(link);
}

function makeBox(): PictureBox {
  adoptStyle(css);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.enlarge')];
  const button = (name: 'previous' | 'next' | 'close', sign: string) =>
    makeElement(
      'button',
      { type: 'button', class: name, 'aria-label': scriptWord(name) },
      sign,
    );
  const previous = button('previous', '‹');
  const next = button('next', '›');
  const close = button('close', '×');
  const count = makeElement('p', { class: 'count' });
  const figure = makeElement('figure', { 'aria-live': 'polite' });
  const bar = makeElement('div', { class: 'bar' }, previous, count, next, close);
  const dialog = makeElement('dialog', { id: 'ui-picture-box' }, figure, bar);
  document.body.append(dialog);
  let current = -1;
  let before = '';

  const turn = (to: number) => {
    const link = links[to];
    if (!link) return;
    current = to;
    const address = addressOf(link);
    if (address) replaceHash(address);
    dialog.setAttribute('aria-label', link.querySelector('img')?.alt ?? '');
    figure.replaceChildren(...clonePicture(link));
    count.textContent = links.length > 1 ? `${to + 1} / ${links.length}` : '';
    previous.disabled = to === 0;
    next.disabled = to === links.length - 1;
  };
  const step = (by: number) => turn(current + by);
  const towardsEnd = getComputedStyle(dialog).direction === 'rtl' ? -1 : 1;

  previous.addEventListener('click', () => step(-1));
  next.addEventListener('click', () => step(1));
  close.addEventListener('click', () => dialog.close());
  onSwipe(figure, (by) => step(by * towardsEnd));
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight') step(towardsEnd);
    if (key === 'ArrowLeft') step(-towardsEnd);
  });
  // What is beside the picture and its words closes.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog || target === figure) dialog.close();
  });
  dialog.addEventListener('close', () => {
    replaceHash(before);
    figure.replaceChildren();
    links[current]?.focus();
  });

  return {
    show: (link) => {
      if (!dialog.open) {
        before = links.some((one) => addressOf(one) === location.hash) ? '' : location.hash;
        dialog.showModal();
      }
      for (const one of [previous, next, count]) one.hidden = links.length < 2;
      turn(links.indexOf(link));
      close.focus();
    },
  };
}

/** What stands behind the address while the picture is shown; nothing for one within a line. */
function addressOf({ parentElement }: Element): string {
  return parentElement?.id ? new URL(`#${parentElement.id}`, location.href).hash : '';
}

/** A copy of a link's picture for all of the window, and of the words that belong to it. */
function clonePicture(link: HTMLAnchorElement): Element[] {
  const picture = (link.firstElementChild as Element).cloneNode(true) as Element;
  for (const source of picture.querySelectorAll('source')) source.sizes = '100vw';
  const img = picture.matches('img') ? picture : picture.querySelector('img');
  img?.removeAttribute('loading');
  return [picture, ...wordsOf(link)];
}

/** The caption; for the featured image, whose credit stands in the footer, that too. */
function wordsOf(link: HTMLAnchorElement): Element[] {
  const figure = link.closest('figure');
  const featured = figure?.matches('.article-picture');
  const words = [
    ...(figure?.querySelectorAll('figcaption') ?? []),
    ...(featured ? document.querySelectorAll('.article-footer > .credit') : []),
  ].map((element) => element.cloneNode(true) as Element);
  for (const element of words)
    for (const one of element.querySelectorAll('[id]')) one.removeAttribute('id');
  return words;
}

/** Pixels that a finger moves to one side, and not more up or down, for it to be a swipe. */
const far = 48;

/** Calls back with 1 where a finger swipes leftwards, as one does to see what is on the right. */
function onSwipe(element: HTMLElement, callback: (by: 1 | -1) => void): void {
  let from: Touch | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      from = touches.length === 1 ? touches[0] : undefined;
    },
    { passive: true },
  );
  element.addEventListener('touchend', ({ changedTouches: [to] }) => {
    if (!from || !to || (visualViewport?.scale ?? 1) > 1) return;
    const across = from.clientX - to.clientX;
    if (Math.abs(across) < far || Math.abs(from.clientY - to.clientY) > Math.abs(across))
      return;
    callback(across > 0 ? 1 : -1);
  });
}
