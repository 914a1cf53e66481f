import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { keepSettings } from './keep-settings.ts';
import { type SettingName, storedSettings } from './stored-settings.ts';

/** Steps of the text size with what they make of it (`styles/settings.css`), in per cent. */
export const textSizes: Readonly<Record<number, number>> = {
  '-2': 85,
  '-1': 92,
  0: 100,
  1: 112,
  2: 126,
  3: 142,
  4: 160,
};

/** Sets one thing; the empty value is as designed, and not kept. */
export function changeSetting(name: SettingName, value: string): void {
  const { [name]: _, ...others } = storedSettings();
  keepSettings(value === '' ? others : { ...others, [name]: value });
}

/** Two buttons for the text size and how large it is between them; `done` is called after each. */
export function sizeControl(done: () => void): HTMLElement {
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

/** One choice of several; a value for which the page has no word is not offered. */
export function choiceControl(name: SettingName, values: readonly string[]): HTMLElement {
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
