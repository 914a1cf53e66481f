import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './offer-place.css?inline';

/** Offers at the window's lower edge to continue at a paragraph, until the reader scrolls on. */
export function offerPlace(paragraph: HTMLElement): void {
  adoptStyle(css);
  const go = makeElement('a', { href: `#${paragraph.id}` }, scriptWord('continue'));
  const dismiss = makeElement(
    'button',
    { type: 'button', 'aria-label': scriptWord('dismiss') },
    '×',
  );
  const offer = makeElement('aside', { class: 'place' }, go, dismiss);
  const from = scrollY;
  const leave = () => {
    offer.remove();
    removeEventListener('scroll', readsOn);
  };
  const readsOn = () => {
    if (Math.abs(scrollY - from) > innerHeight) leave();
  };
  dismiss.addEventListener('click', leave);
  go.addEventListener('click', leave);
  addEventListener('scroll', readsOn, { passive: true });
  document.querySelector('main')?.prepend(offer);
}
