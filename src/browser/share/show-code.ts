import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { readableAddress } from '../paper/readable-address.ts';
import css from './code-dialog.css?inline';
import { makeCode } from './make-code.ts';
import { pageAddress } from './page-address.ts';
import { placePaperCode } from './paper-code.ts';

let dialog: HTMLDialogElement | undefined;

/** Shows the QR code of this page's address in the whole window, for example on a projector. */
export function showCode(button: HTMLElement): void {
  dialog ??= makeDialog(button.textContent ?? '');
  dialog.showModal();
}

function makeDialog(name: string): HTMLDialogElement {
  adoptStyle(css);
  const address = pageAddress();
  const close = makeElement('button', { 'aria-label': scriptWord('close') }, '×');
  const paper = makeElement('button', { type: 'button' }, scriptWord('print'));
  paper.addEventListener('click', () => {
    placePaperCode();
    made.close();
    print();
  });
  const made = makeElement(
    'dialog',
    { id: 'ui-code', 'aria-label': name },
    makeElement('form', { method: 'dialog' }, paper, close),
    makeCode(address),
    makeElement('p', { dir: 'ltr' }, readableAddress(address)),
  );
  document.body.append(made);
  return made;
}
