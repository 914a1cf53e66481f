import { hash } from 'node:crypto';
import type { FeedEntry, FeedFacts, Say } from './feed-entry.ts';
import { wordsOf } from './words-of.ts';

/** What an entry is known again by: its id, its address, else its date or its words. */
export function identityOf(
  entry: FeedEntry,
  url: string | undefined,
  feed: FeedFacts,
  say: Say,
): string {
  const { id } = entry;
  // A bare number is an id within its feed only.
  if (id !== undefined)
    return /^[a-z][a-z0-9+.-]*:/iu.test(id) ? id : `${feed.link ?? ''}#${id}`;
  if (url !== undefined) return url;
  const { published, title, content, summary } = entry;
  const told = published ?? (title ? wordsOf(title) : ((content ?? summary)?.value ?? ''));
  say(
    'source',
    'the entry has neither an id nor a link; it is known again by its date, else its words',
    'doubtful',
  );
  return `${feed.link ?? ''}#${hash('sha256', told).slice(0, 16)}`;
}
