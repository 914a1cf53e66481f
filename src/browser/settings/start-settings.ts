import { onFirstUse } from '../page/on-click.ts';

/** Makes the settings buttons of a page open the panel. */
export function startSettings(): void {
  for (const button of document.querySelectorAll<HTMLElement>('.settings-button')) {
    button.setAttribute('aria-haspopup', 'dialog');
    button.title = button.getAttribute('aria-label') ?? '';
    onFirstUse(button, async () => (await import('./settings-panel.ts')).openSettings);
  }
}
