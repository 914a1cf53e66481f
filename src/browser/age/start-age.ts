import { onIdle } from '../page/on-idle.ts';
import { ageOf } from './age-of.ts';
import { formatAge } from './format-age.ts';

/**
 * Shows after each date of an article how long ago it was, in the room that the page keeps for it.
 * It waits until the browser is idle, since `Intl` is slow on cheap phones.
 */
export function startAge(): void {
  const meta = document.querySelector<HTMLElement>('.article-meta');
  const places = meta?.querySelectorAll<HTMLElement>('.ago') ?? [];
  if (places.length === 0) return;
  onIdle(() => {
    for (const place of places) {
      const date = place.parentElement?.querySelector('time')?.dateTime;
      const age = date && ageOf(date, Date.now(), meta?.dataset['zone'] ?? 'UTC');
      if (age) place.textContent = formatAge(age);
    }
  });
}
