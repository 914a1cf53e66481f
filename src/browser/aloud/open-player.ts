import { coveredHeight } from '../page/on-reading.ts';
import { chooseVoice, isSameLanguage } from './choose-voice.ts';
import { collectParts, type SpokenPart } from './collect-parts.ts';
import { createPlayback, type Playback } from './playback.ts';
import { keepSpeed, keptSpeed, makePlayerBar } from './player-bar.ts';

/** Characters of an utterance after which server voices fall silent. */
const longestRemote = 160;

let player: { readonly playback: Playback; readonly focus: () => void } | undefined;

/** Starts or continues to read the page's article aloud. */
export function openPlayer(button: HTMLElement): void {
  player ??= makePlayer(button);
  player?.playback.play();
  player?.focus();
}

function makePlayer(button: HTMLElement): typeof player {
  const article = document.querySelector('.article');
  if (!article) return undefined;
  const parts = partsOf(article);
  let speed = keptSpeed();
  let before: SpokenPart | undefined;
  const bar = makePlayerBar({
    speed,
    onToggle: () => (playback.playing ? playback.pause() : playback.play()),
    onStop: () => playback.stop(),
    onSpeed(chosen) {
      speed = chosen;
      keepSpeed(chosen);
      playback.repeat();
    },
  });
  const playback = createPlayback({
    length: parts.length,
    utter: (index) => utteranceOf(parts[index] as SpokenPart, speed),
    onPart(index) {
      const part = parts[index] as SpokenPart;
      markSpoken(part);
      followSpoken(part, before, bar.element.offsetHeight);
      before = part;
    },
    onChange(state) {
      if (state !== 'over') {
        bar.show(state === 'playing');
        return;
      }
      before = undefined;
      markSpoken();
      if (bar.element.contains(document.activeElement)) button.focus({ preventScroll: true });
      bar.hide();
    },
  });
  addEventListener('keydown', ({ key, target, defaultPrevented }) => {
    const elsewhere = target instanceof Element && target.closest('dialog, [popover]');
    if (key === 'Escape' && !defaultPrevented && !elsewhere && !bar.element.hidden)
      playback.stop();
  });
  // Speech would continue on the next page. A page that is restored is paused.
  addEventListener('pagehide', () => playback.pause());
  return { playback, focus: bar.focus };
}

function partsOf(article: Element): SpokenPart[] {
  const pageLanguage = document.documentElement.lang;
  const voices = speechSynthesis.getVoices();
  const own = chooseVoice(voices, pageLanguage);
  const local = own?.localService !== false;
  return collectParts(article, {
    pageLanguage,
    longest: local ? Number.POSITIVE_INFINITY : longestRemote,
    voiceLanguage(language) {
      if (isSameLanguage(language, pageLanguage)) return pageLanguage;
      const other = chooseVoice(voices, language);
      // A few foreign words are no reason to send text to a server.
      return other && (other.localService || !local) ? language : pageLanguage;
    },
  });
}

function utteranceOf({ text, language }: SpokenPart, speed: number): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = chooseVoice(speechSynthesis.getVoices(), language);
  if (voice) utterance.voice = voice;
  utterance.lang = voice?.lang.replaceAll('_', '-') ?? language;
  utterance.rate = speed;
  return utterance;
}

/**
 * Scrolls to a sentence, unless the reader looks elsewhere: then the sentence before it is out of
 * sight too. `hidden` is the height that the player covers at the window's lower edge.
 */
function followSpoken(part: SpokenPart, before: SpokenPart | undefined, hidden: number): void {
  const end = innerHeight - hidden;
  const { top, bottom } = part.range.getBoundingClientRect();
  const last = before?.range.getBoundingClientRect();
  if (last && (last.bottom < 0 || last.top > end)) return;
  const start = coveredHeight();
  if (top >= start && bottom <= end) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: top - Math.max(start, end / 4), behavior: still ? 'instant' : 'smooth' });
}

const spokenClass = 'ui-spoken';

let marked: Element | undefined;

/**
 * Marks the sentence that is spoken, or removes the mark: with `::highlight(ui-spoken)`, or, in
 * browsers without highlights, with the class `ui-spoken` on the whole block.
 */
function markSpoken(part?: SpokenPart): void {
  if (globalThis.CSS.highlights) {
    if (part) CSS.highlights.set(spokenClass, new Highlight(part.range));
    else CSS.highlights.delete(spokenClass);
    return;
  }
  marked?.classList.remove(spokenClass);
  marked = part?.block;
  marked?.classList.add(spokenClass);
}
