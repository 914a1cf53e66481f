import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './note-in-place.css?inline';

const open = new WeakMap<Element, HTMLElement>();

let styled = false;
let made = 0;

/**
 * Opens the note of a mark below the mark's paragraph, or closes it. With `byKeyboard`, an opened
 * note gets the focus.
 *
 * @throws {Error} if the note does not exist
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
    // A note within another one closes alone.
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

/** A note is placed after these elements, and at the end of the text of `holding` ones. */
const followed = 'p, h1, h2, h3, h4, h5, h6, summary';
const holding = 'li, dt, dd, td, th, caption, figcaption, blockquote, div, section';

const nested = 'ul, ol, dl, p, blockquote, pre, details, figure, div';

/**
 * Places an opened note where the text of its mark ends: after the paragraph or heading, at the end
 * of the cell, in a list item before a nested list. Several notes of one text are in the order of
 * their marks, which refer to them by `aria-controls`.
 */
function placeNote(aside: HTMLElement, mark: Element): void {
  let last = endOfText(mark);
  while (last.previousSibling && isNote(last)) last = last.previousSibling;
  let next = last.nextSibling;
  while (next && isNote(next) && precedes(markOf(next), mark)) {
    last = next;
    next = next.nextSibling;
  }
  last.after(aside);
}

function endOfText(mark: Element): ChildNode {
  const block = mark.closest(`${followed}, ${holding}`);
  if (!block) return mark;
  // A note right after a summary would be hidden with the rest of its details.
  if (block.matches('summary')) return block.parentElement ?? block;
  if (block.matches(followed)) return block;
  const inner = [...block.children].find(
    (child) => child.matches(nested) && precedes(mark, child),
  );
  return inner?.previousSibling ?? block.lastChild ?? mark;
}

function isNote(node: ChildNode): node is HTMLElement {
  return node instanceof HTMLElement && node.matches('.note-in-place');
}

function markOf(note: HTMLElement): Element | null {
  return document.querySelector(`[aria-controls="${note.id}"]`);
}

function precedes(one: Element | null, other: Element): boolean {
  return one !== null && (one.compareDocumentPosition(other) & 4) !== 0;
}

/**
 * Clones the content of a note without ids, links back, and notes that are open in it. Marks in it
 * still open other notes.
 */
function cloneNote(note: Element): Node[] {
  const copy = note.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('.footnote-back, .note-in-place'))
    element.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  for (const mark of copy.querySelectorAll('.footnote-ref')) {
    mark.setAttribute('aria-expanded', 'false');
    mark.removeAttribute('aria-controls');
  }
  return [...copy.childNodes];
}
