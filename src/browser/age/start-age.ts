import { onIdle } from '../page/on-idle.ts';
import { ageOf } from './age-of.ts';

/**
 * Shows after each date of an article how long ago it was, in the room that the page keeps for it.
 * It waits until the browser is idle, since `Intl` is slow on cheap phones.
 */
export function startAge(): void {
  const meta = document.querySelector<HTMLElement>('.article-meta');
  const places = meta?.querySelectorAll<HTMLElement>('.ago') ?? [];
  if (places.length === 0) return;
  onIdle(() => {
    const { lang } = document.documentElement;
    const formats = new Map<string, Intl.RelativeTimeFormat>();
    for (const place of places) {
      const date = place.parentElement?.querySelector('time')?.dateTime;
      const age = date && ageOf(date, Date.now(), meta?.dataset['zone'] ?? 'UTC');
      if (!age) continue;
      // "Yesterday" and "this minute", but not "last month", which may be 1 to 59 days ago.
      const numeric = age.unit === 'day' || age.count === 0 ? 'auto' : 'always';
      const format =
        formats.get(numeric) ??
        new Intl.RelativeTimeFormat([`${lang}-u-nu-latn`, lang], { numeric });
      formats.set(numeric, format);
      place.textContent = format.format(-age.count, age.unit);
    }
  });
}
