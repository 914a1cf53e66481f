import { onIdle } from '../page/on-idle.ts';
import { ageOf } from './age-of.ts';
import { formatAge } from './format-age.ts';

/**
 * Shows in lists how long ago an article of the last hours appeared or was updated, instead of its
 * day. Only the last date of a line, so that nothing moves. A date without a time stays.
 */
export function startSince(): void {
  const now = Date.now();
  const last = '.teaser .date > :last-child';
  const times = document.querySelectorAll<HTMLTimeElement>(`${last} time, ${last}:is(time)`);
  const places = [...times].flatMap((place) => {
    const age = place.dateTime.length > 10 ? ageOf(place.dateTime, now, 'UTC') : undefined;
    return age && /^(?:minute|hour)$/u.test(age.unit) ? [{ place, age }] : [];
  });
  if (places.length === 0) return;
  onIdle(() => {
    for (const { place, age } of places) {
      place.title = place.textContent;
      place.textContent = formatAge(age);
    }
  });
}
