import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { copyText } from '../share/copy-text.ts';
import { type Citation, toHtml, toText } from './citation.ts';
import { type CitationFormat, citationFormats } from './citation-formats.ts';
import css from './cite-dialog.css?inline';
import { readCitation } from './read-citation.ts';

/** Milliseconds for which a button shows that it has copied. */
const copiedFor = 3000;

let dialog: HTMLDialogElement | undefined;

/** Opens the citations of this page. They are made again each time, since the date may change. */
export function openCite(button: HTMLElement): void {
  if (dialog) dialog.remove();
  else adoptStyle(css);
  dialog = makeDialog(button.textContent ?? '');
  document.body.append(dialog);
  dialog.showModal();
}

function makeDialog(name: string): HTMLDialogElement {
  const citation = readCitation(new Date());
  const title = makeElement('h2', { id: 'ui-cite-title' }, name);
  const close = makeElement(
    'button',
    { class: 'close', 'aria-label': scriptWord('close') },
    '×',
  );
  const head = makeElement('form', { method: 'dialog' }, title, close);
  const status = makeElement('p', { class: 'hidden', role: 'status' });
  const made = makeElement(
    'dialog',
    { id: 'ui-cite', 'aria-labelledby': title.id, closedby: 'any' },
    head,
    ...citationFormats.map((format) => makeChoice(format, citation, status)),
    status,
  );
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  return made;
}

/** The citation in one format, with the button that copies it. */
function makeChoice(
  { name = scriptWord('plainText'), isCode, format }: CitationFormat,
  citation: Citation,
  status: HTMLElement,
): HTMLElement {
  const parts = format(citation, scriptWord('accessed'));
  const word = scriptWord('copy');
  const label = `${word}: ${name}`;
  const button = makeElement('button', { type: 'button', 'aria-label': label }, word);
  button.addEventListener('click', async () => {
    const done = await copyText(toText(parts), isCode ? undefined : toHtml(parts));
    if (!done) {
      getSelection()?.selectAllChildren(text);
      return;
    }
    button.textContent = scriptWord('copied');
    status.textContent = `${scriptWord('copied')}: ${name}`;
    setTimeout(() => {
      button.textContent = word;
      status.textContent = '';
    }, copiedFor);
  });
  const text = makeElement(
    'p',
    isCode ? { class: 'code', dir: 'ltr', translate: 'no' } : { dir: 'auto' },
    ...parts.map((part) =>
      typeof part === 'string' ? part : makeElement('i', {}, part.italic),
    ),
  );
  return makeElement('section', {}, makeElement('h3', {}, name), button, text);
}
