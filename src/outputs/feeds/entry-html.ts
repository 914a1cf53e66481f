import { fillReferences } from '../../content/markdown/fill-references.ts';
import type { FeedEntry } from './feed.ts';
import { toFeedHtml } from './feed-html.ts';

/**
 * The whole text of an entry as HTML that can stand anywhere. `body` is the rendered copy that the
 * entry names by its key.
 */
export function entryHtml(entry: FeedEntry, body: readonly string[]): string {
  const { before, after } = entry.text;
  const { fills } = entry.text.body;
  const filled = fillReferences(body, (index) => fills[index] ?? '');
  const html = toFeedHtml(before + filled + after, entry.url);
  // Programs that show entries in many languages side by side know nothing of this one's direction.
  return entry.direction === 'rtl'
    ? `<div dir="rtl" lang="${entry.language}">${html}</div>`
    : html;
}
