import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { cloneNote } from './clone-note.ts';
import css from './note-in-place.css?inline';
import { placeNote } from './place-note.ts';

const open = new WeakMap<Element, HTMLElement>();

let styled = false;
let made = 0;

/**
 * Shows the note that a mark leads to below the mark's paragraph, or takes it away again.
 * `byKeyboard` takes the focus into the note.
 *
 * @throws {Error} where there is no such note
 */
export function toggleNote(mark: HTMLAnchorElement, byKeyboard: boolean): void {
  const shown = open.get(mark);
  if (shown) {
    close(mark, shown);
    return;
  }
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) throw new Error(`no note ${mark.hash}`);
  if (!styled) adoptStyle(css);
  styled = true;
  made += 1;
  const aside = makeAside(mark, note, `ui-note-${made}`);
  open.set(mark, aside);
  mark.setAttribute('aria-expanded', 'true');
  mark.setAttribute('aria-controls', aside.id);
  placeNote(aside, mark);
  aside.scrollIntoView({ block: 'nearest' });
  if (byKeyboard) aside.focus();
}

function makeAside(mark: HTMLAnchorElement, note: Element, id: string): HTMLElement {
  const number = mark.textContent;
  const title = note.closest('.footnotes')?.querySelector('h2')?.textContent ?? '';
  const link = makeElement('a', { class: 'number', href: mark.hash }, number);
  const button = makeElement(
    'button',
    { type: 'button', 'aria-label': scriptWord('close') },
    '×',
  );
  const text = makeElement('div', {}, ...cloneNote(note));
  const label = `${title} ${number}`.trim();
  const aside = makeElement(
    'aside',
    { role: 'note', class: 'note-in-place', id, 'aria-label': label, tabindex: '-1' },
    link,
    text,
    button,
  );
  button.addEventListener('click', () => close(mark, aside));
  aside.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    // A note within another closes alone.
    event.stopPropagation();
    close(mark, aside);
  });
  return aside;
}

function close(mark: HTMLAnchorElement, aside: HTMLElement): void {
  const hadFocus = aside.contains(document.activeElement);
  aside.remove();
  open.delete(mark);
  mark.setAttribute('aria-expanded', 'false');
  mark.removeAttribute('aria-controls');
  if (hadFocus) mark.focus();
}
