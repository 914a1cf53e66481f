import { generateAtomFeed } from 'feedsmith';
import type { EntryHtml, Feed, FeedEntry } from './feed.ts';
import type { LinkedName } from './feed-context.ts';
import { mediaOf } from './media-rss.ts';
import { toXmlText } from './xml-text.ts';

/** RFC 4287 requires a date, so an empty feed has this one. */
const never = '1970-01-01T00:00:00Z';

/** Atom (RFC 4287), with the picture in Media RSS. */
export function formatAtom(feed: Feed, html: EntryHtml): string {
  const { title, description, page, language, urls, updated, publisher, rights } = feed;
  const xml = generateAtomFeed(
    {
      id: urls.atom,
      title: plain(title),
      subtitle: description === title ? undefined : plain(description),
      updated: updated ?? never,
      links: [
        { href: urls.atom, rel: 'self', type: 'application/atom+xml' },
        { href: page, rel: 'alternate', type: 'text/html', hreflang: language },
        ...licenceLink(rights),
      ],
      authors: [toPerson(publisher)],
      rights: rights && plain(rights.name),
      icon: feed.icon,
      logo: feed.picture?.url,
      xml: { lang: language },
      entries: feed.entries.map((entry) => toEntry(entry, feed, html)),
    },
    { stylesheets: [{ type: 'text/css', href: feed.styleHref }] },
  );
  return toXmlText(xml);
}

function toEntry(entry: FeedEntry, feed: Feed, html: EntryHtml) {
  const { id, url, title, summary, published, updated, authors, rights } = entry;
  return {
    id,
    title: plain(title),
    published,
    updated,
    links: [
      { href: url, rel: 'alternate', type: 'text/html', hreflang: entry.language },
      ...(entry.source?.url === undefined ? [] : [{ href: entry.source.url, rel: 'via' }]),
      ...entry.clips.map(({ url, type, size, title }) => ({
        ...{ href: url, rel: 'enclosure', type, length: size },
        title: title || undefined,
      })),
      ...licenceLink(rights),
    ],
    authors: authors.map(toPerson),
    categories: entry.categories.map((term) => ({ term })),
    rights: rights && plain(rights.name),
    summary: summary === undefined ? undefined : plain(summary),
    content: { value: html(entry), type: 'html' },
    media: mediaOf(entry),
    xml: entry.language === feed.language ? undefined : { lang: entry.language },
  };
}

function plain(value: string) {
  return { value, type: 'text' };
}

function toPerson({ name, url }: LinkedName) {
  return { name, uri: url };
}

/** RFC 4946. */
function licenceLink(rights: LinkedName | undefined) {
  return rights?.url === undefined ? [] : [{ href: rights.url, rel: 'license' }];
}
