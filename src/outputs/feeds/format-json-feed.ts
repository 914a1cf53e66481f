import { generateJsonFeed } from 'feedsmith';
import type { Feed, FeedEntry, Named } from './feed.ts';
import type { EntryHtml } from './format-feed.ts';

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
    authors: [toAuthor(publisher)],
    language,
    items: feed.entries.map((entry) => toItem(entry, html)),
  });
  // A feed without articles has an empty list of them, which the generator leaves out.
  return `${JSON.stringify({ ...(json as object), ...(feed.entries.length > 0 ? {} : { items: [] }) }, null, 1)}\n`;
}

function toItem(entry: FeedEntry, html: EntryHtml) {
  const { id, url, title, summary, published, updated, authors, categories, picture } = entry;
  return {
    id,
    url,
    title,
    content_html: html(entry),
    ...(summary === undefined ? {} : { summary }),
    ...(picture ? { image: picture.url } : {}),
    date_published: published,
    ...(updated === published ? {} : { date_modified: updated }),
    ...(authors.length > 0 ? { authors: authors.map(toAuthor) } : {}),
    ...(categories.length > 0 ? { tags: [...categories] } : {}),
    language: entry.language,
  };
}

function toAuthor({ name, url }: Named) {
  return { name, ...(url === undefined ? {} : { url }) };
}
