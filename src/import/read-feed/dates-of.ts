import { dayWithin } from '../dates/day-within.ts';
import type { FeedEntry, Say } from './feed-entry.ts';
import { readFeedDate } from './read-feed-date.ts';

/** An entry's first publication and last change, in the forms of front matter. */
export function datesOf(
  entry: FeedEntry,
  { timeZone, lang }: { readonly timeZone: string; readonly lang?: string | undefined },
  say: Say,
): { readonly date?: string; readonly updated?: string } {
  const read = (field: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const found = readFeedDate(text, timeZone, lang);
    if (found === undefined) say(field, `"${text}" is no date that can be read`, 'doubtful');
    if (found?.doubt !== undefined) say(field, `"${text}": ${found.doubt}`, 'likely');
    return found?.date;
  };
  const changed = read('updated', entry.updated);
  const published = read('date', entry.published) ?? dayOfAddress(entry, say);
  if (published === undefined) {
    if (changed === undefined) {
      if (entry.published === undefined && !entry.isPage)
        say('date', 'the entry has none', 'doubtful');
      return {};
    }
    say('date', 'the entry says only when it was updated; that is taken', 'likely');
    return { date: changed };
  }
  if (changed === undefined || Date.parse(changed) === Date.parse(published))
    return { date: published };
  if (Date.parse(changed) < Date.parse(published)) {
    say('updated', `${changed} is before the publication; left out`, 'likely');
    return { date: published };
  }
  return { date: published, updated: changed };
}

/** The day that an entry's address tells, `/2024/03/05/quay/`, or its id where that is an address. */
function dayOfAddress({ link, id }: FeedEntry, say: Say): string | undefined {
  for (const address of [link, id]) {
    const path = URL.parse(address ?? '', 'https://a.example')?.pathname ?? '';
    const day = dayWithin(path);
    if (day === undefined) continue;
    say('date', `${day}, from its address ${address}`, 'likely');
    return day;
  }
  return undefined;
}
