import { adoptStyle, makeElement } from '../page/make-element.ts';
import { replaceHash } from '../page/on-reading.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './picture-box.css?inline';

interface PictureBox {
  readonly show: (link: HTMLAnchorElement) => void;
}

let box: PictureBox | undefined;

/**
 * Shows the picture of a link in the whole window, with its caption and credit line, and lets the
 * reader move to the other pictures of the page. Meanwhile the address is that of the figure.
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
  const count = makeElement('p', { class: 'count', role: 'status' });
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
    count.textContent =
      links.length > 1
        ? scriptWord('position')
            .replace('{number}', String(to + 1))
            .replace('{count}', String(links.length))
        : '';
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
  // A click beside the picture and its text closes the dialog.
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

/** The hash of the address while a picture is shown; empty for a picture without a figure. */
function addressOf({ parentElement }: Element): string {
  return parentElement?.id ? new URL(`#${parentElement.id}`, location.href).hash : '';
}

/** Clones the picture of a link for the size of the window, with its caption and credit line. */
function clonePicture(link: HTMLAnchorElement): Element[] {
  const picture = (link.firstElementChild as Element).cloneNode(true) as Element;
  for (const source of picture.querySelectorAll('source')) source.sizes = '100vw';
  const img = picture.matches('img') ? picture : picture.querySelector('img');
  img?.removeAttribute('loading');
  return [picture, ...textOf(link)];
}

/** The caption; also the credit line of the featured picture, which is in the footer. */
function textOf(link: HTMLAnchorElement): Element[] {
  const figure = link.closest('figure');
  const featured = figure?.matches('.article-picture');
  const texts = [
    ...(figure?.querySelectorAll('figcaption') ?? []),
    ...(featured ? document.querySelectorAll('.article-footer > .credit') : []),
  ].map((element) => element.cloneNode(true) as Element);
  for (const element of texts)
    for (const one of element.querySelectorAll('[id]')) one.removeAttribute('id');
  return texts;
}

/** Pixels that a finger moves sideways in a swipe, with less movement up or down. */
const minSwipe = 48;

/** Calls back with 1 after a swipe to the left (towards what is on the right), else with -1. */
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
    if (Math.abs(across) < minSwipe || Math.abs(from.clientY - to.clientY) > Math.abs(across))
      return;
    callback(across > 0 ? 1 : -1);
  });
}
