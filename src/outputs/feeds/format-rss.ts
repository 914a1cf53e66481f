import { generateRssFeed } from 'feedsmith';
import { toHtml } from 'hast-util-to-html';
import { lookup } from 'mrmime';
import type { Feed, FeedEntry, Named } from './feed.ts';
import type { EntryHtml } from './format-feed.ts';
import { toXmlText } from './xml-text.ts';

/**
 * RSS 2.0 with content:encoded, Dublin Core and Media RSS. `pubDate` is first publication;
 * `atom:updated` stands where something was changed in substance later.
 */
export function formatRss(feed: Feed, html: EntryHtml): string {
  const { title, description, page, language, urls, updated, rights, icon } = feed;
  const xml = generateRssFeed(
    {
      title,
      link: page,
      description,
      language,
      ...copyright(rights),
      ...(updated === undefined ? {} : { lastBuildDate: updated }),
      image: { url: icon, title, link: page },
      atom: { links: [{ href: urls.rss, rel: 'self', type: 'application/rss+xml' }] },
      xml: { lang: language },
      items: feed.entries.map((entry) => toItem(entry, feed, html)),
    },
    { stylesheets: [{ type: 'text/css', href: feed.styleHref }] },
  );
  return toXmlText(xml);
}

function toItem(entry: FeedEntry, feed: Feed, html: EntryHtml) {
  const { id, url, title, summary, published, updated, authors, categories, picture } = entry;
  const names = (authors.length > 0 ? authors : [feed.publisher]).map(({ name }) => name);
  return {
    title,
    link: url,
    guid: { value: id, isPermaLink: false },
    pubDate: published,
    ...(updated === published ? {} : { atom: { updated } }),
    // Readers take it for HTML.
    ...(summary === undefined ? {} : { description: toHtml({ type: 'text', value: summary }) }),
    content: { encoded: html(entry) },
    dc: { creators: names, ...(entry.rights ? { rights: [entry.rights.name] } : {}) },
    ...(entry.rights?.url === undefined
      ? {}
      : { creativeCommons: { licenses: [entry.rights.url] } }),
    categories: categories.map((name) => ({ name })),
    ...(picture ? { media: { contents: [toMedia(picture)] } } : {}),
    ...(entry.language === feed.language ? {} : { xml: { lang: entry.language } }),
  };
}

/** Media RSS 1.5.1. */
export function toMedia(picture: NonNullable<FeedEntry['picture']>) {
  const { url, width, height, alt, credit } = picture;
  const type = lookup(url);
  return {
    url,
    medium: 'image',
    ...(type === undefined ? {} : { type }),
    width,
    height,
    ...(alt === '' ? {} : { description: { type: 'plain', value: alt } }),
    ...(credit === undefined ? {} : { credits: [{ value: credit }] }),
  };
}

function copyright(rights: Named | undefined) {
  if (rights === undefined) return {};
  const { name, url } = rights;
  return { copyright: url === undefined ? name : `${name} (${url})` };
}
