/** What a player does with the parts of a text. */
export interface Playback {
  readonly playing: boolean;
  /** Goes on where it was paused; at first, or after the end, from the beginning. */
  play(): void;
  pause(): void;
  /** Back to the beginning. */
  stop(): void;
  /** Says the part that is being spoken again, where something changed how. */
  again(): void;
}

interface PlaybackOptions {
  readonly length: number;
  /** A new utterance of a part. */
  readonly utter: (index: number) => SpeechSynthesisUtterance;
  /** A part begins. */
  readonly onPart: (index: number) => void;
  /** It was played or paused, or is over. */
  readonly onChange: (state: 'playing' | 'paused' | 'over') => void;
}

/** Errors after which the next part would fail like this one. */
const final: readonly string[] = ['interrupted', 'canceled', 'not-allowed'];

const mostFailures = 3;

/** How often a browser that fell silent without a word is caught, in milliseconds. */
const watchEvery = 2000;

/**
 * Speaks parts one after another, an utterance each: Chrome cuts long ones off. To pause is to
 * cancel, since `speechSynthesis.pause()` ends all on Android and does nothing with some voices;
 * the part is then spoken again from its start. It ends at the end, after an error that would
 * repeat, or after a few failures in a row, and always says so.
 */
export function createPlayback({ length, utter, onPart, onChange }: PlaybackOptions): Playback {
  const speech = window.speechSynthesis;
  let index = 0;
  let failures = 0;
  let silences = 0;
  let repeated = false;
  let watch: ReturnType<typeof setInterval> | undefined;
  // Held here as well, since Chrome may collect an utterance before its end is heard.
  let current: SpeechSynthesisUtterance | undefined;

  const hush = () => {
    // Events of what is cancelled are no longer those of the current one.
    current = undefined;
    clearInterval(watch);
    speech.cancel();
  };
  const end = () => {
    hush();
    index = 0;
    onChange('over');
  };
  const next = () => {
    index += 1;
    repeated = false;
    if (index < length) speak();
    else end();
  };
  const fail = (forGood: boolean) => {
    failures += 1;
    if (forGood || failures >= mostFailures) end();
    else next();
  };
  const speak = () => {
    const utterance = utter(index);
    current = utterance;
    silences = 0;
    utterance.addEventListener('end', () => {
      if (utterance !== current) return;
      failures = 0;
      next();
    });
    utterance.addEventListener('error', ({ error }) => {
      if (utterance !== current) return;
      fail(final.includes(error));
    });
    onPart(index);
    speech.speak(utterance);
  };
  const start = () => {
    watch = setInterval(() => {
      silences = speech.speaking || speech.pending ? 0 : silences + 1;
      if (silences < 2) return;
      // What is said right after something was cancelled is lost now and then.
      if (repeated) {
        fail(false);
        return;
      }
      repeated = true;
      speak();
    }, watchEvery);
    speak();
  };
  return {
    get playing() {
      return current !== undefined;
    },
    play() {
      if (current || length === 0) return;
      failures = 0;
      repeated = false;
      onChange('playing');
      start();
    },
    pause() {
      if (!current) return;
      hush();
      onChange('paused');
    },
    stop: end,
    again() {
      if (!current) return;
      hush();
      start();
    },
  };
}
