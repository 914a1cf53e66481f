import { onFirstUse } from '../page/on-click.ts';

/**
 * Shows the button that reads an article aloud, as soon as the browser has a voice of the page's
 * language. It shares no module with the player: that would be one more file for every page.
 */
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
  // Voices come late.
  speech.addEventListener?.('voiceschanged', look);
  // Some browsers let only the click itself start to speak, and the player may come after it.
  const unlock = () => speech.speak(new SpeechSynthesisUtterance(''));
  button.addEventListener('click', unlock, { once: true });
  onFirstUse(button, async () => (await import('./open-player.ts')).openPlayer);
}
