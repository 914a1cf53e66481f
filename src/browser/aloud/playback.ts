/** Controls of the speech. */
export interface Playback {
  readonly playing: boolean;
  /** Continues after a pause; otherwise starts from the beginning. */
  play(): void;
  pause(): void;
  /** Stops and returns to the beginning. */
  stop(): void;
  /** Speaks the current part again, for example with a new speed. */
  repeat(): void;
}

interface PlaybackOptions {
  readonly length: number;
  /** Creates an utterance of a part. */
  readonly utter: (index: number) => SpeechSynthesisUtterance;
  /** Called when a part starts. */
  readonly onPart: (index: number) => void;
  /** Called after play and pause, and at the end. */
  readonly onChange: (state: 'playing' | 'paused' | 'over') => void;
}

/** Errors after which the next part would fail too. */
const fatalErrors: readonly string[] = ['interrupted', 'canceled', 'not-allowed'];

const maxFailures = 3;

/** Milliseconds between checks whether the browser fell silent without an event. */
const checkInterval = 2000;

/**
 * Speaks parts one after the other, each as an utterance, since Chrome cuts off long ones. A pause
 * cancels the speech, since `speechSynthesis.pause()` stops everything on Android and does nothing
 * with some voices; the part is later spoken again from its start. The speech ends after the last
 * part, after a fatal error, or after several failures in a row, and always reports `over`.
 */
export function createPlayback({ length, utter, onPart, onChange }: PlaybackOptions): Playback {
  const speech = window.speechSynthesis;
  let index = 0;
  let failures = 0;
  let silences = 0;
  let repeated = false;
  let watch: ReturnType<typeof setInterval> | undefined;
  // This reference keeps Chrome from collecting the utterance before its `end` event.
  let current: SpeechSynthesisUtterance | undefined;

  const silence = () => {
    // Events of the cancelled utterance are then ignored.
    current = undefined;
    clearInterval(watch);
    speech.cancel();
  };
  const end = () => {
    silence();
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
    if (forGood || failures >= maxFailures) end();
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
      fail(fatalErrors.includes(error));
    });
    onPart(index);
    speech.speak(utterance);
  };
  const start = () => {
    watch = setInterval(() => {
      silences = speech.speaking || speech.pending ? 0 : silences + 1;
      if (silences < 2) return;
      // Browsers sometimes lose an utterance right after a cancelled one.
      if (repeated) {
        fail(false);
        return;
      }
      repeated = true;
      speak();
    }, checkInterval);
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
      silence();
      onChange('paused');
    },
    stop: end,
    repeat() {
      if (!current) return;
      silence();
      start();
    },
  };
}
