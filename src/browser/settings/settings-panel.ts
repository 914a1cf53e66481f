import { adoptStyle, makeElement, makeLink } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { pageFile } from '../page/site-files.ts';
import css from './settings-panel.css?inline';
import {
  applySettings,
  type ReaderSettings,
  type SettingName,
  settingsKey,
  storedSettings,
} from './stored-settings.ts';

/** The choices of each setting in the order shown. The empty choice is the site's design. */
const choices = [
  ['theme', ['', 'light', 'sepia', 'dark', 'high-contrast']],
  ['face', ['', 'serif', 'sans']],
  ['width', ['narrow', '', 'wide']],
  ['spacing', ['tight', '', 'loose']],
] as const satisfies readonly (readonly [SettingName, readonly string[]])[];

type Choices = (typeof choices)[number];
type ChoiceWord<C> = C extends readonly [
  infer N extends string,
  readonly (infer V extends string)[],
]
  ? `${N}.${V}`
  : never;

let panel: HTMLDialogElement | undefined;

/** Opens the panel of the reader's settings. */
export function openSettings(): void {
  panel ??= makePanel();
  panel.showModal();
}

/** Loads the style sheet of settings, unless the page loaded it for stored settings. */
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
  form.append(title, close, sizeControl(show), ...choices.map(choiceControl), reset);
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

  /** Updates the controls to the current settings. */
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

/** Text sizes in per cent by step (`styles/settings.css`). */
const textSizes: Readonly<Record<number, number>> = {
  '-2': 85,
  '-1': 92,
  0: 100,
  1: 112,
  2: 126,
  3: 142,
  4: 160,
};

/** Changes one setting; the empty value is the site's design, and not stored. */
function changeSetting(name: SettingName, value: string): void {
  const { [name]: _, ...others } = storedSettings();
  keepSettings(value === '' ? others : { ...others, [name]: value });
}

/** Two buttons for the text size with its value between them; calls `done` after each change. */
function sizeControl(done: () => void): HTMLElement {
  const step = (by: number, word: string) => {
    const button = makeElement('button', { type: 'button', 'data-step': `${by}` }, word);
    button.addEventListener('click', () => {
      const size = Number(storedSettings().size ?? 0) + by;
      changeSetting('size', size === 0 ? '' : `${size}`);
      done();
    });
    return button;
  };
  const legend = makeElement('legend', {}, scriptWord('size'));
  const row = makeElement(
    'div',
    { class: 'choices' },
    step(-1, scriptWord('smaller')),
    makeElement('output'),
    step(1, scriptWord('larger')),
  );
  return makeElement('fieldset', {}, legend, row);
}

/** Radio buttons for one setting. A choice for which the page has no word is left out. */
function choiceControl([name, values]: Choices): HTMLElement {
  const legend = makeElement('legend', {}, scriptWord(name));
  const row = makeElement(
    'div',
    { class: 'choices' },
    ...values.flatMap((value) => {
      const word = scriptWord(`${name}.${value}` as ChoiceWord<Choices>);
      if (word === '') return [];
      const input = makeElement('input', { type: 'radio', name, value });
      return makeElement('label', {}, input, makeElement('span', {}, word));
    }),
  );
  return makeElement('fieldset', {}, legend, row);
}

/** Applies settings to this page and stores them for others; deletes empty ones. */
function keepSettings(settings: ReaderSettings): void {
  const restorePlace = anchorText();
  applySettings(settings);
  restorePlace?.();
  try {
    if (Object.keys(settings).length === 0) localStorage.removeItem(settingsKey);
    else localStorage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // The browser has no storage, or forbids it: the settings apply to this page only.
  }
}

/** Notes the first visible block of text. The result scrolls it back to its position. */
function anchorText(): (() => void) | undefined {
  const seen = document.querySelector('main')?.querySelectorAll('p,li,h2,h3,figure') ?? [];
  const shown = [...seen].find(
    (element) => element.getBoundingClientRect().bottom > innerHeight / 4,
  );
  if (!shown || scrollY === 0) return undefined;
  const { top } = shown.getBoundingClientRect();
  return () => scrollBy({ top: shown.getBoundingClientRect().top - top, behavior: 'instant' });
}
