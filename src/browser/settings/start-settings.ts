import { onFirstUse } from '../page/on-first-use.ts';

/** Makes the buttons of a page open the reader's settings. */
export function startSettings(): void {
  for (const button of document.querySelectorAll<HTMLElement>('.settings-button'))
    onFirstUse(button, async () => (await import('./settings-panel.ts')).openSettings);
}
