import { generateJsonFeed } from 'feedsmith';
import type { EntryHtml, Feed, FeedEntry } from './feed.ts';

/** JSON Feed 1.1. */
export function formatJsonFeed(feed: Feed, html: EntryHtml): string {
  const { title, description, page, urls, icon, favicon, publisher, language } = feed;
  const json = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: urls.json,
    description,
    icon,
    favicon,
    authors: [publisher],
    language,
    items: feed.entries.map((entry) => toItem(entry, html)),
  }) as object;
  // The generator leaves out an empty list of items, which the format requires.
  const complete = feed.entries.length > 0 ? json : { ...json, items: [] };
  return `${JSON.stringify(complete, null, 1)}\n`;
}

function toItem(entry: FeedEntry, html: EntryHtml) {
  const { id, url, title, summary, published, updated, authors, categories, picture } = entry;
  return {
    id,
    url,
    title,
    content_html: html(entry),
    summary,
    image: picture?.url,
    date_published: published,
    date_modified: updated === published ? undefined : updated,
    authors: authors.length > 0 ? [...authors] : undefined,
    tags: categories.length > 0 ? [...categories] : undefined,
    language: entry.language,
    attachments:
      entry.clips.length > 0
        ? entry.clips.map((clip) => ({
            url: clip.url,
            mime_type: clip.type,
            title: clip.title || undefined,
            size_in_bytes: clip.size,
            duration_in_seconds:
              clip.duration === undefined ? undefined : Math.round(clip.duration),
          }))
        : undefined,
  };
}
