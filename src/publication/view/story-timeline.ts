import type { KeyDate } from '../../content/article/article.ts';
import { formatYear } from '../../language/format-date.ts';
import { type NewsDate, startOf } from '../../language/news-date.ts';
import type { Words } from '../../language/words.ts';
import { type DateText, toDateText } from './date-text.ts';
import type { Link } from './link.ts';
import { yearId } from './list-page.ts';
import { type StoryEntry, toEntry } from './story-entry.ts';
import type { Brief } from './story-inputs.ts';
import type { ViewContext } from './view-context.ts';

/** The articles and the key dates of a running story, oldest first. */
export interface TimelineView {
  readonly title: string;
  /** Links to the years, if it is divided into them. */
  readonly years?: readonly Link[];
  readonly parts: readonly {
    readonly year?: { readonly text: string; readonly id: string };
    readonly entries: readonly TimelineEntry[];
  }[];
}

/** An article, or what happened on a key date. */
export type TimelineEntry = { readonly date: DateText } & (
  | {
      readonly article: Pick<StoryEntry, 'href' | 'headline' | 'summary' | 'status'> & {
        readonly genre?: NonNullable<StoryEntry['kicker']>['genre'];
      };
    }
  | { readonly event: string }
);

/** A timeline of more entries is divided into years. */
const undivided = 12;

/** How many articles have their standfirst, the newest: a page of 400 stays within 30 kB. */
const maxStandfirsts = 30;

interface Dated {
  readonly date: NewsDate;
}

/**
 * Merges events and articles, each in order, by date. A date without a time is the start of its
 * day. Of equal dates, events are first, since articles report them.
 */
export function mergeByDate<Event extends Dated, Article extends Dated>(
  events: readonly Event[],
  articles: readonly Article[],
  timeZone: string,
): (Event | Article)[] {
  return [...events, ...articles]
    .map((item) => ({ item, start: startOf(item.date, timeZone) }))
    .sort((a, b) => a.start - b.start)
    .map(({ item }) => item);
}

/** `articles` are in reading order. Undefined without articles and key dates. */
export function createTimeline(
  context: ViewContext,
  keyDates: readonly KeyDate[],
  articles: readonly Brief[],
  { language, words }: { readonly language: string; readonly words: Words },
): TimelineView | undefined {
  const { timeZone } = context.settings;
  const merged = mergeByDate(keyDates, articles, timeZone);
  if (merged.length === 0) return undefined;
  const summarised = new Set(articles.slice(-maxStandfirsts));
  const toTimelineEntry = (item: KeyDate | Brief): TimelineEntry => {
    if (!('address' in item))
      return { date: toDateText(item.date, language, timeZone), event: item.text };
    const { href, headline, summary, status, date, kicker } = toEntry(context, item);
    const shown = summarised.has(item) ? summary : undefined;
    return {
      date,
      article: { href, headline, summary: shown, status, genre: kicker?.genre },
    };
  };
  const title = words.blocks.timeline;
  const years = [...Map.groupBy(merged, ({ date }) => date.day.slice(0, 4))];
  if (merged.length <= undivided || years.length < 2)
    return { title, parts: [{ entries: merged.map(toTimelineEntry) }] };
  const parts = years.map(([year, items]) => ({
    year: { text: formatYear(Number(year), language), id: yearId(year) },
    entries: items.map(toTimelineEntry),
  }));
  return {
    title,
    years: parts.map(({ year: { text, id } }) => ({ text, href: `#${id}` })),
    parts,
  };
}
