import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { copyLink, passOn } from '../share/pass-on.ts';
import css from './passage-bar.css?inline';
import { passageLink } from './passage-link.ts';

/** The small bar at a selected passage. */
export interface PassageBar {
  readonly element: HTMLElement;
  /** Shows it for a passage. */
  show(passage: Range): void;
  hide(): void;
}

/**
 * Makes the bar, hidden, at the end of the article. Tab leads into it while a passage is
 * selected and nothing has the focus; Escape closes it.
 */
export function makePassageBar(): PassageBar {
  adoptStyle(css);
  const word = document.querySelector('.share')?.textContent ?? '';
  let passage: Range | undefined;
  const use = (act: (url: string) => Promise<void>) => {
    if (!passage) return;
    const url = passageLink(passage);
    hide();
    void act(url);
  };
  const copy = makeElement('button', { type: 'button' }, scriptWord('copyLink'));
  copy.addEventListener('click', () => use(copyLink));
  const share = makeElement('button', { type: 'button' }, word);
  share.addEventListener('click', () => use(passOn));
  const element = makeElement(
    'div',
    { id: 'ui-passage', role: 'group', 'aria-label': word, hidden: '' },
    copy,
    // Without a sheet of the device, both would do the same.
    ...('share' in navigator ? [share] : []),
  );
  // A press would take the selection away before it is used.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  const hide = () => {
    element.hidden = true;
  };
  document.addEventListener('keydown', (event) => {
    if (element.hidden || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      hide();
    }
    const elsewhere = document.activeElement?.closest('a, button, input, select, dialog');
    if (event.key !== 'Tab' || event.shiftKey || elsewhere) return;
    event.preventDefault();
    copy.focus({ preventScroll: true });
  });
  document.querySelector('main')?.append(element);
  return {
    element,
    show(selected) {
      passage = selected;
      element.hidden = false;
    },
    hide,
  };
}
