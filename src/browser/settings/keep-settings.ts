import { applySettings, type ReaderSettings, settingsKey } from './stored-settings.ts';

/** Puts settings onto this page and keeps them for all others; without any, forgets them. */
export function keepSettings(settings: ReaderSettings): void {
  const place = placeOf();
  applySettings(settings);
  place?.();
  try {
    if (Object.keys(settings).length === 0) localStorage.removeItem(settingsKey);
    else localStorage.setItem(settingsKey, JSON.stringify(settings));
  } catch {
    // A device that keeps nothing: the settings last as long as the page.
  }
}

/** Remembers what stands in the upper third of the window; the result brings it back there. */
function placeOf(): (() => void) | undefined {
  const seen = document.querySelector('main')?.querySelectorAll('p,li,h2,h3,figure') ?? [];
  const shown = [...seen].find(
    (element) => element.getBoundingClientRect().bottom > innerHeight / 4,
  );
  if (!shown || scrollY === 0) return undefined;
  const { top } = shown.getBoundingClientRect();
  return () => scrollBy({ top: shown.getBoundingClientRect().top - top, behavior: 'instant' });
}
