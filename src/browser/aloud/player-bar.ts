import { adoptStyle, makeElement } from '../page/make-element.ts';
import { scriptWord } from '../page/script-words.ts';
import css from './player-bar.css?inline';

/** The player at the window's lower edge. */
interface PlayerBar {
  readonly element: HTMLElement;
  /** Shows the bar with the current label of its first button. */
  show(playing: boolean): void;
  hide(): void;
  focus(): void;
}

interface PlayerBarOptions {
  readonly speed: number;
  readonly onToggle: () => void;
  readonly onStop: () => void;
  readonly onSpeed: (speed: number) => void;
}

/** Creates the hidden player bar at the end of the page. */
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

/** The offered speeds; 1 is the normal speed of a voice. */
const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

const storageKey = 'dateline:speed';

/** The speed that this device stores; 1 if it stores none that is offered, or forbids storage. */
export function keptSpeed(): number {
  try {
    const kept = Number(localStorage.getItem(storageKey));
    return speeds.find((speed) => speed === kept) ?? 1;
  } catch {
    return 1;
  }
}

/** Stores a speed on this device. */
export function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(storageKey, `${speed}`);
  } catch {
    // The browser has no storage, or forbids it: the speed applies to this page only.
  }
}
