import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { makeLink } from '../page/make-link.ts';
import { pageFile } from '../page/page-file.ts';
import { scriptWord } from '../page/script-words.ts';
import { keepSettings } from './keep-settings.ts';
import { changeSetting, choiceControl, sizeControl, textSizes } from './setting-controls.ts';
import css from './settings-panel.css?inline';
import { type SettingName, storedSettings } from './stored-settings.ts';

/** Choices of a setting in the order shown; the empty one is as designed. */
const choices: readonly (readonly [SettingName, readonly string[]])[] = [
  ['theme', ['', 'light', 'sepia', 'dark', 'high-contrast']],
  ['face', ['', 'serif', 'sans']],
  ['width', ['narrow', '', 'wide']],
  ['spacing', ['tight', '', 'loose']],
];

let panel: HTMLDialogElement | undefined;

/** Opens the reader's settings; made when first asked for. */
export function openSettings(): void {
  panel ??= makePanel();
  panel.showModal();
}

/** What the settings change; a page that had some when it was loaded has it already. */
function loadSettingsStyle(): void {
  const href = pageFile('settings');
  if (document.querySelector(`link[href="${href}"]`)) return;
  document.head.prepend(makeLink({ rel: 'stylesheet', href }));
}

function makePanel(): HTMLDialogElement {
  adoptStyle(css);
  loadSettingsStyle();
  const form = makeElement('form', { method: 'dialog' });
  const title = makeElement('h2', { id: 'ui-settings-title' }, scriptWord('settings'));
  const close = makeElement(
    'button',
    {
      class: 'close',
      'aria-label': scriptWord('close'),
    },
    '×',
  );
  const reset = makeElement('button', { type: 'button', class: 'reset' }, scriptWord('reset'));
  reset.addEventListener('click', () => {
    keepSettings({});
    show();
  });
  form.append(
    title,
    close,
    sizeControl(show),
    ...choices.map(([name, values]) => choiceControl(name, values)),
    reset,
  );
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    changeSetting(name as SettingName, value);
  });
  const dialog = makeElement(
    'dialog',
    {
      id: 'ui-settings',
      'aria-labelledby': title.id,
      closedby: 'any',
    },
    form,
  );
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  show();
  return dialog;

  /** Makes the controls say what is set. */
  function show(): void {
    const settings = storedSettings();
    for (const input of form.querySelectorAll('input')) {
      input.checked = input.value === (settings[input.name as SettingName] ?? '');
    }
    const step = Number(settings.size ?? 0);
    const output = form.querySelector('output');
    if (output) output.value = `${textSizes[step] ?? 100} %`;
    for (const button of form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.disabled = !(step + Number(button.dataset['step']) in textSizes);
  }
}
