import { adoptStyle } from '../page/adopt-style.ts';
import { makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import { speeds } from './kept-speed.ts';
import css from './player-bar.css?inline';

/** The player at the window's end. */
export interface PlayerBar {
  readonly element: HTMLElement;
  /** Shows it, with the word for what its first button does now. */
  show(playing: boolean): void;
  hide(): void;
  focus(): void;
}

export interface PlayerBarOptions {
  readonly speed: number;
  readonly onToggle: () => void;
  readonly onStop: () => void;
  readonly onSpeed: (speed: number) => void;
}

/** Makes the player's bar and puts it, hidden, at the end of the page. */
export function makePlayerBar(options: PlayerBarOptions): PlayerBar {
  adoptStyle(css);
  const toggle = makeElement('button', { type: 'button', class: 'toggle' });
  toggle.addEventListener('click', options.onToggle);
  const stop = makeElement('button', { type: 'button' }, scriptWord('stop'));
  stop.addEventListener('click', options.onStop);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const select = makeElement(
    'select',
    {},
    ...speeds.map((speed) =>
      makeElement('option', { value: `${speed}` }, `${numbers.format(speed)}\u{d7}`),
    ),
  );
  select.value = `${options.speed}`;
  select.addEventListener('change', () => options.onSpeed(Number(select.value)));
  const speed = makeElement(
    'label',
    {},
    makeElement('span', {}, scriptWord('speed')),
    ' ',
    select,
  );
  const element = makeElement(
    'section',
    { id: 'ui-player', 'aria-label': scriptWord('listen'), hidden: '' },
    toggle,
    speed,
    stop,
  );
  document.body.append(element);
  return {
    element,
    show(playing) {
      toggle.textContent = scriptWord(playing ? 'pause' : 'resume');
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
    focus: () => toggle.focus({ preventScroll: true }),
  };
}
