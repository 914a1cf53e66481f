import { ageOf } from './age-of.ts';

/**
 * Tells behind each date of an article how long ago it was, where room is kept for it: when there
 * is time, since `Intl` takes a good part of what a slow phone needs for the whole page.
 */
export function startAge(): void {
  const meta = document.querySelector<HTMLElement>('.article-meta');
  const places = meta?.querySelectorAll<HTMLElement>('.ago') ?? [];
  if (places.length === 0) return;
  (window.requestIdleCallback ?? setTimeout)(() => {
    const { lang } = document.documentElement;
    const formats = new Map<string, Intl.RelativeTimeFormat>();
    for (const place of places) {
      const date = place.parentElement?.querySelector('time')?.dateTime;
      const age = date && ageOf(date, Date.now(), meta?.dataset['zone'] ?? 'UTC');
      if (!age) continue;
      // "Yesterday" and "this minute", but never "last month", which may be any of 59 days ago.
      const numeric = age.unit === 'day' || age.count === 0 ? 'auto' : 'always';
      const format =
        formats.get(numeric) ??
        new Intl.RelativeTimeFormat([`${lang}-u-nu-latn`, lang], { numeric });
      formats.set(numeric, format);
      place.textContent = format.format(-age.count, age.unit);
    }
  });
}
