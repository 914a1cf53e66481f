import type { Note } from '../draft.ts';
import type { FeedEntry, FeedText } from './feed-entry.ts';
import { metaOf, type WordpressItem, type WordpressSite } from './read-wordpress.ts';
import { parseFootnotes, takeFootnotes } from './take-footnotes.ts';

/** What a status means; what is not listed (`pending`, `auto-draft`) is a draft. */
const statuses: Readonly<Record<string, 'published' | 'private'>> = {
  publish: 'published',
  future: 'published',
  inherit: 'published',
  private: 'private',
};

/** The neutral form of a post or a page. */
export function toWordpressEntry(item: WordpressItem, site: WordpressSite): FeedEntry {
  const { line, text } = item;
  const notes: Note[] = [];
  const say = (field: string, message: string, certainty: Note['certainty']) =>
    notes.push({ line, field, message, certainty });
  const written = text('wp:status') ?? 'publish';
  const status = statuses[written] ?? 'draft';
  const password = text('wp:post_password');
  if (status === 'private')
    say('draft', 'the post was private; it becomes a draft', 'doubtful');
  if (status === 'draft')
    say(
      'draft',
      `its status was ${written}`,
      written.endsWith('draft') ? 'certain' : 'doubtful',
    );
  if (password !== undefined)
    say('draft', 'the post was kept behind a password; it becomes a draft', 'doubtful');
  if (text('wp:post_type') === 'page') say('section', 'it was a page, not a post', 'likely');
  const link = text('link');
  const creator = text('dc:creator');
  const author = creator === undefined ? undefined : (site.authors.get(creator) ?? creator);
  const meta = new Map(metaOf(item));
  const thumbnail = meta.get('_thumbnail_id');
  const notesOf = parseFootnotes(meta.get('footnotes'));
  const content = text('content:encoded');
  const picture = site.attachments.get(thumbnail ?? '');
  if (thumbnail !== undefined && picture === undefined)
    say('picture', `its picture, attachment ${thumbnail}, is not in the export`, 'certain');
  return {
    line,
    id: text('guid'),
    link,
    title: toText(text('title'), 'html'),
    summary: toText(text('excerpt:encoded'), 'html'),
    content: toText(content && takeFootnotes(content, notesOf), 'wordpress'),
    published: dateOf(text('wp:post_date'), text('wp:post_date_gmt')) ?? text('pubDate'),
    updated: dateOf(text('wp:post_modified'), text('wp:post_modified_gmt')),
    authors: author === undefined ? [] : [author],
    topics: topicsOf(item),
    picture,
    name: nameOf(text('wp:post_name')),
    aliases: status === 'published' ? aliasesOf(link) : undefined,
    draft: status !== 'published' || password !== undefined,
    notes,
  };
}

function topicsOf(item: WordpressItem): string[] {
  return item
    .all('category')
    .filter(({ attributes }) =>
      /^(?:category|post_tag)$/u.test(attributes['domain'] ?? 'category'),
    )
    .filter(({ attributes }) => attributes['nicename'] !== 'uncategorized')
    .map((category) => category.text.trim())
    .filter((name) => name !== '');
}

/** The local time with the offset that the one in GMT gives it; zeros are no date. */
function dateOf(local: string | undefined, gmt: string | undefined): string | undefined {
  const isDate = (text: string | undefined) => text !== undefined && !text.startsWith('0000');
  if (!isDate(local)) return isDate(gmt) ? `${gmt}Z` : undefined;
  if (!isDate(gmt)) return local;
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(`${gmt}Z`)) / 60_000);
  if (!(Math.abs(minutes) <= 14 * 60)) return `${gmt}Z`;
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? '-' : '+';
  return `${local}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function nameOf(slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** The old address, so that links to it go on working; `/?p=12` is none that a file can have. */
function aliasesOf(link: string | undefined): string[] | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || url.pathname === '/' || url.search !== '') return undefined;
  return [url.pathname];
}

function toText(value: string | undefined, form: FeedText['form']): FeedText | undefined {
  return value === undefined ? undefined : { form, value };
}
