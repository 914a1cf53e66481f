import { onIdle } from '../page/on-idle.ts';

/**
 * Shows after the time of each entry of a live article what time it was where the reader is, if the
 * clocks there show another one. The page keeps room for it at the end of the line.
 */
export function startLive(): void {
  const times = document.querySelectorAll<HTMLTimeElement>('.live-time time');
  if (times.length === 0) return;
  const zone = document.querySelector<HTMLElement>('.article-meta')?.dataset['zone'] ?? 'UTC';
  onIdle(() => {
    const { lang } = document.documentElement;
    const locales = [`${lang}-u-nu-latn`, lang];
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const here = new Intl.DateTimeFormat(locales, { ...clock, timeZoneName: 'short' });
    const dayHere = new Intl.DateTimeFormat('sv-SE');
    const dayThere = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
    const withDay = new Intl.DateTimeFormat(locales, {
      ...{ day: 'numeric', month: 'short' },
      ...{ ...clock, timeZoneName: 'short' },
    });
    const plain = new Intl.DateTimeFormat('sv-SE', clock);
    const there = new Intl.DateTimeFormat('sv-SE', { ...clock, timeZone: zone });
    for (const time of times) {
      const instant = Date.parse(time.dateTime);
      const isOneDay = dayHere.format(instant) === dayThere.format(instant);
      if (isOneDay && plain.format(instant) === there.format(instant)) continue;
      const place = document.createElement('span');
      place.className = 'live-here';
      place.textContent = (isOneDay ? here : withDay).format(instant);
      time.title = place.textContent;
      time.parentElement?.after(place);
    }
  });
}
