import { toNameSlug } from '../../content/article/slug.ts';
import { decodePercent } from '../../language/decode-percent.ts';
import type { Note } from '../draft.ts';
import { parseFootnotes, takeFootnotes } from './convert-text.ts';
import type { FeedText, ImportedEntry } from './feed-entry.ts';
import { findRestriction } from './find-restriction.ts';
import {
  includeShared,
  metaOf,
  type WordpressItem,
  type WordpressSite,
} from './wordpress-site.ts';

/** Meaning of a status; unlisted ones (`pending`, `auto-draft`) are drafts. */
const statuses: Readonly<Record<string, 'published' | 'private'>> = {
  publish: 'published',
  future: 'published',
  inherit: 'published',
  private: 'private',
};

/** Converts a post or a page. */
export function toWordpressEntry(
  item: WordpressItem,
  site: WordpressSite,
  now: number,
): ImportedEntry {
  const { line, text } = item;
  const notes: Note[] = [];
  const note = (field: string, message: string, certainty: Note['certainty']) =>
    notes.push({ line, field, message, certainty });
  const written = text('wp:status') ?? 'publish';
  const status = statuses[written] ?? 'draft';
  const password = text('wp:post_password');
  if (status === 'private')
    note('draft', 'the post was private; it becomes a draft', 'doubtful');
  if (status === 'draft')
    note(
      'draft',
      `its status was ${written}`,
      written.endsWith('draft') ? 'certain' : 'doubtful',
    );
  if (password !== undefined)
    note('draft', 'the post was protected by a password; it becomes a draft', 'doubtful');
  const link = text('link');
  const creator = text('dc:creator');
  const author = creator === undefined ? undefined : (site.authors.get(creator) ?? creator);
  const meta = new Map(metaOf(item));
  const thumbnail = meta.get('_thumbnail_id');
  const notesOf = parseFootnotes(meta.get('footnotes'));
  const alone = text('content:encoded');
  const content = alone && includeShared(alone, site.shared);
  const restriction = findRestriction(content ?? '', meta);
  if (restriction !== undefined)
    note('draft', `part of it was restricted (${restriction}); it becomes a draft`, 'doubtful');
  const picture = site.attachments.get(thumbnail ?? '');
  if (thumbnail !== undefined && picture === undefined)
    note('picture', `its picture, attachment ${thumbnail}, is not in the export`, 'certain');
  const expires = expiryOf(meta);
  const isOver = expires !== undefined && expires <= now;
  if (isOver) note('draft', `it expired at ${isoOf(expires)}; it becomes a draft`, 'doubtful');
  else if (expires !== undefined)
    note('dropped', `it expires at ${isoOf(expires)}; nothing here unpublishes it`, 'doubtful');
  for (const [key, value] of meta)
    if (isWords(key, value)) note('dropped', `${key}: "${value.slice(0, 500)}"`, 'likely');
  for (const { attributes, text: name } of item.all('category'))
    if (!isUsed(attributes['domain']))
      note('dropped', `${attributes['domain']}: "${name.trim()}"`, 'likely');
  const [story, ...stories] = seriesOf(item);
  if (story !== undefined) note('story', `"${story}", from its series`, 'likely');
  for (const name of stories)
    note('topics', `including the series "${name}": an article has one story`, 'likely');
  const comments = item.all('wp:comment').length;
  if (comments > 0) note('dropped', `comments: ${comments}`, 'certain');
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
    story,
    topics: [...topicsOf(item), ...stories],
    picture,
    name: nameOf(text('wp:post_name')),
    aliases:
      status === 'published'
        ? aliasesOf(link, text('wp:post_name'), meta.get('_wp_old_slug'))
        : undefined,
    paths: [`/?p=${text('wp:post_id')}`],
    isPage: text('wp:post_type') === 'page',
    draft:
      status !== 'published' || password !== undefined || isOver || restriction !== undefined,
    notes,
  };
}

function isTopic(domain = 'category'): boolean {
  return /^(?:category|post_tag)$/u.test(domain);
}

function isUsed(domain: string | undefined): boolean {
  return isTopic(domain) || domain === 'post_format' || domain === 'series';
}

/** The taxonomy of the plugins Organize Series and PublishPress Series. */
function seriesOf(item: WordpressItem): string[] {
  return item
    .all('category')
    .filter(({ attributes }) => attributes['domain'] === 'series')
    .map((series) => series.text.trim())
    .filter((name) => toNameSlug(name) !== '');
}

/**
 * When plugins (PublishPress Future and similar) take a post down, in milliseconds since 1970.
 */
function expiryOf(meta: ReadonlyMap<string, string>): number | undefined {
  const seconds = meta.get('_expiration-date') ?? '';
  return /^\d{9,11}$/u.test(seconds) ? Number(seconds) * 1000 : undefined;
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace(/:\d\d\.\d+Z$/u, 'Z');
}

/** Whether a custom field holds prose: an author's words, or what search engines show. */
function isWords(key: string, value: string): boolean {
  const isShown = !key.startsWith('_') || /desc(?:ription)?$|subtitle$/u.test(key);
  return (
    isShown &&
    key !== 'footnotes' &&
    /\p{L}+\P{L}*\s\P{L}*\p{L}|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(
      value,
    ) &&
    !/^[[{]|^[abis]:\d/u.test(value)
  );
}

function topicsOf(item: WordpressItem): string[] {
  return item
    .all('category')
    .filter(({ attributes }) => isTopic(attributes['domain']))
    .filter(({ attributes }) => attributes['nicename'] !== 'uncategorized')
    .map((category) => category.text.trim())
    .filter((name) => name !== '');
}

/** The local time with the offset derived from the GMT field; zeros are not a date. */
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
  return slug === undefined ? undefined : decodePercent(slug);
}

/**
 * The old URLs as aliases: the current one, and the one before its slug changed. Not `/?p=12`,
 * which no static file can serve.
 */
function aliasesOf(
  link: string | undefined,
  slug: string | undefined,
  oldSlug: string | undefined,
): string[] | undefined {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || url.pathname === '/' || url.search !== '') return undefined;
  const parts = url.pathname.split('/');
  const at = slug === undefined ? -1 : parts.lastIndexOf(slug);
  if (at === -1 || oldSlug === undefined || oldSlug === '') return [url.pathname];
  return [url.pathname, parts.with(at, oldSlug).join('/')];
}

function toText(value: string | undefined, form: FeedText['form']): FeedText | undefined {
  return value === undefined ? undefined : { form, value };
}
