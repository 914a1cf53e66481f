import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { keepSettings } from './keep-settings.ts';
import css from './settings-panel.css?inline';
import { type SettingName, storedSettings } from './stored-settings.ts';

/**
 * Choices of a setting in the order shown; the empty one is as designed, and not kept. One for
 * which the page has no word is not offered.
 */
const choices: readonly (readonly [SettingName, readonly string[]])[] = [
  ['theme', ['', 'light', 'sepia', 'dark', 'high-contrast']],
  ['face', ['', 'serif', 'sans']],
  ['width', ['narrow', '', 'wide']],
  ['spacing', ['tight', '', 'loose']],
];

/** Steps of the text size with what they make of it (`styles/tokens.css`), in per cent. */
const sizes: Readonly<Record<number, number>> = {
  '-2': 85,
  '-1': 92,
  0: 100,
  1: 112,
  2: 126,
  3: 142,
  4: 160,
};

let panel: HTMLDialogElement | undefined;

/** Opens the reader's settings; made when first asked for. */
export function openSettings(): void {
  panel ??= makePanel();
  panel.showModal();
}

function makePanel(): HTMLDialogElement {
  adoptStyle(css);
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
  form.append(title, close, sizeControl(show), ...choices.map(choiceControl), reset);
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    change(name as SettingName, value);
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
    if (output) output.value = `${sizes[step] ?? 100} %`;
    for (const button of form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.disabled = !(step + Number(button.dataset['step']) in sizes);
  }
}

function change(name: SettingName, value: string): void {
  const { [name]: _, ...others } = storedSettings();
  keepSettings(value === '' ? others : { ...others, [name]: value });
}

function sizeControl(done: () => void): HTMLElement {
  const step = (by: number, label: string, sign: string) => {
    const button = makeElement(
      'button',
      {
        type: 'button',
        'aria-label': scriptWord(label),
        'data-step': `${by}`,
      },
      sign,
    );
    button.addEventListener('click', () => {
      const size = Number(storedSettings().size ?? 0) + by;
      change('size', size === 0 ? '' : `${size}`);
      done();
    });
    return button;
  };
  const legend = makeElement('legend', {}, scriptWord('size'));
  const row = makeElement(
    'div',
    { class: 'choices' },
    step(-1, 'smaller', 'A−'),
    makeElement('output'),
    step(1, 'larger', 'A+'),
  );
  return makeElement('fieldset', {}, legend, row);
}

function choiceControl([name, values]: (typeof choices)[number]): HTMLElement {
  const legend = makeElement('legend', {}, scriptWord(name));
  const row = makeElement(
    'div',
    { class: 'choices' },
    ...values.flatMap((value) => {
      const word = scriptWord(`${name}.${value}`);
      if (word === '') return [];
      const input = makeElement('input', { type: 'radio', name, value });
      return makeElement('label', {}, input, makeElement('span', {}, word));
    }),
  );
  return makeElement('fieldset', {}, legend, row);
}
