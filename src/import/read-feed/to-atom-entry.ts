import type { AtomFeed } from 'feedsmith';
import type { DraftName } from '../draft.ts';
import type { FeedEntry, FeedFacts, FeedText } from './feed-entry.ts';
import { pickPicture } from './pick-picture.ts';

type AtomEntry = AtomFeed.Entry<string>;
type AtomText = NonNullable<AtomEntry['content']> | NonNullable<AtomEntry['title']>;

export function toAtomFacts(feed: AtomFeed.Feed<string>): FeedFacts {
  const link = alternate(feed.links);
  const self = feed.links?.find(({ rel }) => rel === 'self')?.href;
  return {
    title: feed.title?.value,
    link,
    base: feed.xml?.base ?? link ?? self,
    lang: feed.xml?.lang,
  };
}

/** The neutral form of an entry. */
export function toAtomEntry(entry: AtomEntry): FeedEntry {
  const { content, xml } = entry;
  const enclosures = entry.links
    ?.filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type }) => ({ url: href, type }));
  return {
    id: entry.id,
    link: alternate(entry.links) ?? content?.src,
    title: toText(entry.title),
    summary: toText(entry.summary),
    content: content?.src === undefined ? toText(content) : undefined,
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

export function toName(person: {
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

/** A text that does not say its type is plain (RFC 4287, 3.1.1). */
function toText(text: AtomText | undefined): FeedText | undefined {
  if (text?.value === undefined) return undefined;
  const isHtml = /html/iu.test(text.type ?? 'text');
  return { form: isHtml ? 'html' : 'text', value: text.value, base: text.xml?.base };
}
