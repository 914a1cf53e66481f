import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { DraftName } from '../draft.ts';
import type { EntryPicture, FeedMetadata, FeedText, ImportedEntry } from './feed-entry.ts';
import { looksLikeHtml, textOfHtml } from './html-to-markdown.ts';

/** An item of RSS 2.0; RSS 1.0 has a subset of its fields. */
type RssItem = RssFeed.Item<string>;

export function toRssMetadata(feed: RssFeed.Feed<string> | RdfFeed.Feed<string>): FeedMetadata {
  return {
    title: feed.title,
    link: feed.link,
    base: feed.xml?.base ?? feed.link,
    lang: feed.xml?.lang ?? feed.dc?.languages?.[0],
  };
}

/** Converts an item. Ignores `itunes`, which describes a programme, not a text. */
export function toRssEntry(item: RssItem): ImportedEntry {
  const { guid, atom, dc, media } = item;
  const permalink = guid?.isPermaLink !== false ? guid?.value : undefined;
  const link = item.link ?? (/^https?:/iu.test(permalink ?? '') ? permalink : undefined);
  const full = item.content?.encoded ?? atom?.content?.value;
  const written = item.authors?.map(({ name, email }) => name ?? email ?? '') ?? [];
  const authors = dc?.creators ?? written;
  return {
    id: guid?.value ?? atom?.id,
    link:
      link ?? atom?.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href,
    title: toRssText(item.title ?? dc?.titles?.[0]),
    summary: toRssText(item.description ?? dc?.descriptions?.[0]),
    content: full === undefined ? undefined : { form: 'html', value: full },
    published: item.pubDate ?? dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? atom?.published,
    updated: atom?.updated ?? item.dcterms?.modified?.[0],
    authors: authors.filter((name) => name !== ''),
    topics: topicsOf(item),
    picture: pickPicture(media, item.enclosures),
    enclosed: item.enclosures?.map(({ url }) => url),
    lang: item.xml?.lang ?? dc?.languages?.[0],
    base: item.xml?.base,
  };
}

function topicsOf(item: RssItem): string[] {
  const named = item.categories?.map(({ name }) => name ?? '') ?? item.dc?.subjects ?? [];
  return named.filter((name) => name !== '');
}

/** RSS does not declare whether a text is HTML. */
function toRssText(value: string | undefined): FeedText | undefined {
  if (value === undefined) return undefined;
  return { form: looksLikeHtml(value) || /&#?\w+;/u.test(value) ? 'html' : 'text', value };
}

type AtomEntry = AtomFeed.Entry<string>;
type AtomText = NonNullable<AtomEntry['content']> | NonNullable<AtomEntry['title']>;

export function toAtomMetadata(feed: AtomFeed.Feed<string>): FeedMetadata {
  const link = alternate(feed.links);
  const self = feed.links?.find(({ rel }) => rel === 'self')?.href;
  return {
    title: feed.title?.value,
    link,
    base: feed.xml?.base ?? link ?? self,
    lang: feed.xml?.lang,
  };
}

/** Converts an entry. */
export function toAtomEntry(entry: AtomEntry): ImportedEntry {
  const { content, xml } = entry;
  const enclosures = entry.links
    ?.filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type }) => ({ url: href, type }));
  return {
    id: entry.id,
    link: alternate(entry.links) ?? content?.src,
    title: toAtomText(entry.title),
    summary: toAtomText(entry.summary),
    content: content?.src === undefined ? toAtomText(content) : undefined,
    published: entry.published ?? entry.dc?.dates?.[0],
    updated: entry.updated,
    authors: (entry.authors ?? []).flatMap(toName),
    topics: (entry.categories ?? [])
      .map(({ label, term }) => label ?? term ?? '')
      .filter((name) => name !== ''),
    picture: pickPicture(entry.media, enclosures),
    enclosed: enclosures?.map(({ url }) => url),
    lang: content?.xml?.lang ?? xml?.lang,
    base: xml?.base,
  };
}

function alternate(links: AtomEntry['links']): string | undefined {
  const candidates = links?.filter(({ rel = 'alternate' }) => rel === 'alternate') ?? [];
  const page = candidates.find(({ type = 'text/html' }) => /html/iu.test(type));
  return (page ?? candidates[0])?.href;
}

function toName(person: {
  readonly name?: string | undefined;
  readonly uri?: string | undefined;
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}): DraftName[] {
  const name = person.name ?? person.email;
  const url = person.uri ?? person.url;
  if (name === undefined) return [];
  return [url !== undefined && /^https?:/iu.test(url) ? { name, url } : name];
}

/** A text without a type is plain (RFC 4287, 3.1.1). */
function toAtomText(text: AtomText | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  const isHtml = /html/iu.test(text.type ?? 'text');
  return { form: isHtml ? 'html' : 'text', value: text.value, base: text.xml?.base };
}

type JsonItem = JsonFeed.Item<string>;

export function toJsonMetadata(feed: JsonFeed.Feed<string>): FeedMetadata {
  return {
    title: feed.title,
    link: feed.home_page_url,
    base: feed.home_page_url ?? feed.feed_url,
    lang: feed.language,
  };
}

/** Converts an item. The feed's authors apply to items without authors. */
export function toJsonEntry(item: JsonItem, feed: JsonFeed.Feed<string>): ImportedEntry {
  const attached = item.attachments?.find(({ mime_type = '' }) =>
    mime_type.startsWith('image/'),
  );
  const picture = item.image ?? item.banner_image ?? attached?.url;
  const { content_html: html, content_text: text } = item;
  return {
    id: item.id,
    link: item.url ?? item.external_url,
    title: item.title === undefined ? undefined : { form: 'text', value: item.title },
    summary: item.summary === undefined ? undefined : { form: 'text', value: item.summary },
    content:
      html !== undefined
        ? { form: 'html', value: html }
        : text === undefined
          ? undefined
          : { form: 'text', value: text },
    published: item.date_published,
    updated: item.date_modified,
    authors: (item.authors ?? feed.authors ?? []).flatMap(toName),
    topics: (item.tags ?? []).filter((name) => name !== ''),
    picture: picture === undefined ? undefined : { url: picture },
    enclosed: item.attachments?.map(({ url }) => url),
    lang: item.language,
  };
}

interface Enclosure {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

/** The picture of an entry: `media:content`, else an enclosed picture, else the thumbnail. */
function pickPicture(
  media: RssItem['media'],
  enclosures: readonly Enclosure[] | undefined,
): EntryPicture | undefined {
  const contents = [
    ...(media?.contents ?? []),
    ...(media?.groups?.flatMap((group) => group.contents ?? []) ?? []),
  ];
  const content = contents.find((one) => one.medium === 'image' || isPicture(one));
  const url = content?.url ?? enclosures?.find(isPicture)?.url ?? media?.thumbnails?.[0]?.url;
  if (url === undefined) return undefined;
  const group = media?.groups?.find((one) => one.contents?.includes(content ?? {}));
  const credits = content?.credits ?? group?.credits ?? media?.credits;
  const about = content?.description ?? group?.description ?? media?.description;
  return {
    url,
    alt: toLine(content?.title?.value),
    caption: toLine(about?.value),
    credit: toLine(credits?.map(({ value }) => value).join(', ')),
  };
}

function isPicture({ type, url }: Enclosure): boolean {
  if (type !== undefined) return /^image\//iu.test(type);
  return /\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)/iu.test(url ?? '');
}

function toLine(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textOfHtml(text) || undefined;
}
