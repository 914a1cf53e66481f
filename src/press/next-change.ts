import { startOf } from '../content/article/news-date.ts';
import { releaseOf } from '../content/article/release-of.ts';
import type { Gathered } from '../newsroom/gather-content.ts';
import { newsFor } from '../outputs/feeds/news-items.ts';

/** A day begins this many milliseconds earlier where clocks are furthest ahead of UTC. */
const ahead = 14 * 60 * 60 * 1000;

/**
 * When a build of the same content would first differ, since it asks the clock: an article comes
 * out or expires, is no news any more, or a date is no longer in the future. Milliseconds since 1970,
 * after `now`; the largest integer where nothing waits for its time.
 */
export function nextChange({ published, scheduled }: Gathered, now: number): number {
  const { timeZone, security } = published.settings;
  const times: number[] = [];
  if (security?.expires) times.push(Date.parse(`${security.expires}T00:00:00Z`));
  for (const story of [...published.byPath.values(), ...scheduled]) {
    times.push(releaseOf(story), story.expires ?? Number.POSITIVE_INFINITY);
    if (story.kind === 'article') times.push(story.start, story.start + newsFor + 1);
    const dates = [
      story.updated,
      ...story.corrections.map(({ date }) => date),
      story.kind === 'article' ? story.source?.published : undefined,
    ];
    for (const date of dates) {
      if (date === undefined) continue;
      const start = startOf(date, timeZone);
      times.push(start - ahead, start, start + 1);
    }
  }
  let next = Number.MAX_SAFE_INTEGER;
  for (const time of times) if (time > now && time < next) next = time;
  return next;
}
