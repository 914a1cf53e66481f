import { generateRssFeed } from 'feedsmith';
import { toHtml } from 'hast-util-to-html';
import type { EntryHtml, Feed, FeedEntry } from './feed.ts';
import type { LinkedName } from './feed-context.ts';
import { mediaOf } from './media-rss.ts';
import { toXmlText } from './xml-text.ts';

/**
 * RSS 2.0 with content:encoded, Dublin Core and Media RSS. `pubDate` is the first publication;
 * an article with a later change of substance also has `atom:updated`.
 */
export function formatRss(feed: Feed, html: EntryHtml): string {
  const { title, description, page, language, urls, updated, rights, icon, picture } = feed;
  const xml = generateRssFeed(
    {
      title,
      link: page,
      description,
      language,
      copyright: rights && formatRights(rights),
      lastBuildDate: updated,
      // Readers show `image` as an icon.
      image: { url: icon, title, link: page },
      media: picture && { thumbnails: [picture] },
      atom: { links: [{ href: urls.rss, rel: 'self', type: 'application/rss+xml' }] },
      xml: { lang: language },
      items: feed.entries.map((entry) => toItem(entry, feed, html)),
    },
    { stylesheets: [{ type: 'text/css', href: feed.styleHref }] },
  );
  return toXmlText(xml);
}

function toItem(entry: FeedEntry, feed: Feed, html: EntryHtml) {
  const { id, url, title, summary, published, updated, authors, rights } = entry;
  const names = (authors.length > 0 ? authors : [feed.publisher]).map(({ name }) => name);
  return {
    title,
    link: url,
    guid: { value: id, isPermaLink: false },
    pubDate: published,
    atom: updated === published ? undefined : { updated },
    // Feed readers parse it as HTML.
    description: summary === undefined ? undefined : toHtml({ type: 'text', value: summary }),
    content: { encoded: html(entry) },
    dc: { creators: names, rights: rights && [rights.name] },
    creativeCommons: rights?.url === undefined ? undefined : { licenses: [rights.url] },
    categories: entry.categories.map((name) => ({ name })),
    // RSS 2.0 knows one.
    enclosures: entry.clips
      .slice(0, 1)
      .map((clip) => ({ url: clip.url, length: clip.size, type: clip.type })),
    media: mediaOf(entry),
    xml: entry.language === feed.language ? undefined : { lang: entry.language },
  };
}

function formatRights({ name, url }: LinkedName): string {
  return url === undefined ? name : `${name} (${url})`;
}
