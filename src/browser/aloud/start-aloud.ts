import { onFirstUse } from '../page/on-click.ts';

/** Shows the button that reads an article aloud once the browser has a voice for its language. */
export function startAloud(): void {
  const button = document.querySelector<HTMLElement>('.listen');
  const speech = window.speechSynthesis;
  if (!button || !speech) return;
  const base = (tag: string) => tag.split(/[-_]/)[0];
  const look = () => {
    const { lang } = document.documentElement;
    if (speech.getVoices().some((voice) => base(voice.lang) === base(lang)))
      button.dataset['ready'] = '';
  };
  look();
  // Browsers load voices late.
  speech.addEventListener?.('voiceschanged', look);
  // Some browsers allow speech only during a click, and the player may load after it.
  const unlock = () => speech.speak(new SpeechSynthesisUtterance(''));
  button.addEventListener('click', unlock, { once: true });
  onFirstUse(button, async () => (await import('./open-player.ts')).openPlayer);
}
