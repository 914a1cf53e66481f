import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import css from './tell.css?inline';

/** Milliseconds: long enough to be found and read. */
const shown = 4000;

let status: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what was done, for a while, to those who see it and to those who hear it. */
export function tell(text: string): void {
  if (!status) {
    adoptStyle(css);
    status = makeElement('p', { id: 'ui-told', role: 'status' });
    document.body.append(status);
  }
  clearTimeout(timer);
  const place = status;
  place.textContent = '';
  // What is there from the start, and the same text again, is not read out.
  timer = setTimeout(() => {
    place.textContent = text;
    timer = setTimeout(() => {
      place.textContent = '';
    }, shown);
  }, 100);
}
