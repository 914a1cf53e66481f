import { onFirstUse } from '../page/on-first-use.ts';

/** Makes the button of every page open the reader's settings. */
export function startSettings(): void {
  onFirstUse(document.querySelector('.settings-button'), async () => {
    const { openSettings } = await import('./settings-panel.ts');
    return openSettings;
  });
}
