import { TZDate } from '@date-fns/tz';
import { toMachineDate } from '../../language/news-date.ts';
import type { DraftName, Note } from '../draft.ts';
import type { FeedPerson, ImportedEntry, ReadEntries, Refuse } from './feed-entry.ts';
import { findRestriction } from './find-restriction.ts';
import { textOfHtml } from './html-to-markdown.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads posts and pages of a Ghost export (`{db: [{data: {posts, tags, users, …}}]}`, or without
 * `db` as in old versions). Undefined if it has no list of posts.
 */
export function readGhost(value: unknown, refuse: Refuse): ReadEntries | undefined {
  const data = dataOf(value);
  if (!Array.isArray(data?.['posts'])) return undefined;
  const rows = (name: string): Row[] => {
    const list = data[name];
    return Array.isArray(list) ? list.filter(isRow) : [];
  };
  const setting = (...keys: readonly string[]) =>
    keys
      .map((key) => text(rows('settings').find((row) => row['key'] === key)?.['value']))
      .find((found) => found !== undefined);
  const site: GhostSite = {
    ...{ timeZone: zoneOf(setting('timezone', 'active_timezone', 'activeTimezone')) },
    ...{ tags: byId(rows('tags')), users: byId(rows('users')), meta: rows('posts_meta') },
    tagsOf: Map.groupBy(rows('posts_tags').toSorted(bySortOrder), idOfPost),
    authorsOf: Map.groupBy(rows('posts_authors').toSorted(bySortOrder), idOfPost),
  };
  const posts = rows('posts');
  const comments = rows('comments').length;
  const entries = function* () {
    for (const post of posts) {
      const entry = toEntry(post, site, refuse);
      if (entry !== undefined) yield entry;
    }
  };
  return {
    feed: { title: setting('title'), lang: setting('locale', 'lang', 'default_locale') },
    entries: entries(),
    people: peopleOf(posts, site),
    notes: () =>
      comments === 0
        ? []
        : [{ field: 'dropped', message: `${comments} comments`, certainty: 'certain' }],
  };
}

interface GhostSite {
  readonly timeZone: string;
  readonly tags: ReadonlyMap<string, Row>;
  readonly users: ReadonlyMap<string, Row>;
  readonly meta: readonly Row[];
  readonly tagsOf: ReadonlyMap<string, readonly Row[]>;
  readonly authorsOf: ReadonlyMap<string, readonly Row[]>;
}

function toEntry(post: Row, site: GhostSite, refuse: Refuse): ImportedEntry | undefined {
  const id = String(post['id']);
  const title = text(post['title']);
  const notes: Note[] = [];
  const note = (field: string, message: string, certainty: Note['certainty'] = 'doubtful') =>
    notes.push({ field, message: `${message}${title ? ` ("${title}")` : ''}`, certainty });
  const html = withoutPlaceholder(text(post['html']));
  const plain = text(post['plaintext']) ?? text(post['markdown']);
  if (html === undefined && plain === undefined && hasCards(post)) {
    refuse(
      `"${title ?? id}" has its text only as editor cards; open and save it in Ghost, and export again`,
    );
    return undefined;
  }
  if (html === undefined && plain !== undefined)
    note('body', 'no HTML; its plain text is used');
  const restriction = findRestriction(html ?? '');
  if (restriction !== undefined)
    note('draft', 'part of it was for members only; it becomes a draft');
  const isDraft = readIsDraft(post, note) || restriction !== undefined;
  const date = toDate(post['published_at'], site.timeZone);
  if (date === undefined && toDate(post['created_at'], site.timeZone) !== undefined)
    note('date', 'it was not published; its creation date is used', 'likely');
  for (const key of ['codeinjection_head', 'codeinjection_foot'])
    if (text(post[key])) note('dropped', `custom code, ${key}: ${text(post[key])}`);
  const tags = (site.tagsOf.get(id) ?? [])
    .map((row) => text(site.tags.get(String(row['tag_id']))?.['name']) ?? '')
    .filter((name) => name !== '');
  // Tags that begin with a hash are for the theme and never shown.
  const internal = tags.filter((name) => name.startsWith('#'));
  if (internal.length > 0) note('dropped', `internal tags: ${internal.join(', ')}`, 'certain');
  const authors = (site.authorsOf.get(id) ?? [{ author_id: post['author_id'] }])
    .map((row) => toName(site.users.get(String(row['author_id']))))
    .filter((name) => name !== undefined);
  const slug = slugOf(post);
  const excerpt = text(post['custom_excerpt']);
  return {
    id: text(post['uuid']) ? `urn:uuid:${post['uuid']}` : `urn:ghost:${id}`,
    link: text(post['canonical_url']),
    title: title === undefined ? undefined : { form: 'text', value: title },
    summary: excerpt === undefined ? undefined : { form: 'text', value: excerpt },
    content:
      html !== undefined ? { form: 'html', value: html } : { form: 'text', value: plain ?? '' },
    published: date ?? toDate(post['created_at'], site.timeZone),
    updated: date === undefined ? undefined : toDate(post['updated_at'], site.timeZone),
    authors,
    topics: tags.filter((name) => !name.startsWith('#')),
    picture: pictureOf(post, site),
    lang: text(post['locale']),
    name: slug === '' ? undefined : slug,
    aliases: slug === '' || !isPublic(post) ? undefined : [`/${slug}/`],
    paths: slug === '' ? [] : [`/${slug}/`],
    draft: isDraft,
    isPage: isPage(post),
    notes,
  };
}

/** Ghost's placeholder for its site URL, which an export does not contain. */
function withoutPlaceholder(written: string | undefined): string | undefined {
  return written?.replaceAll('__GHOST_URL__', '');
}

function readIsDraft(
  post: Row,
  note: (field: string, message: string, certainty?: Note['certainty']) => void,
): boolean {
  const status = text(post['status']) ?? 'draft';
  const visibility = text(post['visibility']) ?? 'public';
  if (!/^(?:published|scheduled)$/u.test(status))
    note('draft', `its status was ${status}`, status === 'draft' ? 'certain' : 'doubtful');
  if (visibility !== 'public')
    note('draft', `it was visible to ${visibility} only; it becomes a draft`);
  return !/^(?:published|scheduled)$/u.test(status) || visibility !== 'public';
}

function isPublic(post: Row): boolean {
  return post['status'] === 'published' && (post['visibility'] ?? 'public') === 'public';
}

function isPage(post: Row): boolean {
  return post['type'] === 'page' || post['page'] === 1 || post['page'] === true;
}

function hasCards(post: Row): boolean {
  return [post['lexical'], post['mobiledoc']].some((cards) =>
    /"(?:text|markdown|html|src|url)"|\[0,\[\],/u.test(text(cards) ?? ''),
  );
}

function pictureOf(post: Row, { meta }: GhostSite): ImportedEntry['picture'] {
  const url = withoutPlaceholder(text(post['feature_image']) ?? text(post['image']));
  if (url === undefined) return undefined;
  const more = meta.find((row) => row['post_id'] === post['id']) ?? {};
  const words = (key: string) => textOfHtml(text(more[key] ?? post[key]) ?? '') || undefined;
  return { url, alt: words('feature_image_alt'), caption: words('feature_image_caption') };
}

function toName(user: Row | undefined): DraftName | undefined {
  const name = text(user?.['name']);
  const url = text(user?.['website']);
  if (name === undefined) return undefined;
  return url !== undefined && /^https?:\/\//u.test(url) ? { name, url } : name;
}

/** What Ghost shows of an author. */
const shown = [
  ...['name', 'bio', 'website', 'location', 'profile_image', 'cover_image'],
  ...['twitter', 'facebook', 'threads', 'bluesky', 'mastodon', 'tiktok', 'youtube'],
  ...['instagram', 'linkedin'],
];

/** The users who wrote posts; others work behind the scenes. */
function peopleOf(posts: readonly Row[], { users, authorsOf }: GhostSite): FeedPerson[] {
  const ids = posts.flatMap((post) =>
    (authorsOf.get(String(post['id'])) ?? [{ author_id: post['author_id'] }]).map((row) =>
      String(row['author_id']),
    ),
  );
  return [...new Set(ids)].flatMap((id) => {
    const user = users.get(id);
    if (user === undefined) return [];
    const fields = shown.flatMap((key) => {
      const value = withoutPlaceholder(text(user[key]));
      return value === undefined ? [] : [[key, value] as const];
    });
    return [{ key: id, slug: text(user['slug']), fields: Object.fromEntries(fields) }];
  });
}

/** `2024-03-05T10:00:00.000Z`, `2024-03-05 10:00:00` in UTC, or milliseconds since 1970. */
function toDate(value: unknown, timeZone: string): string | undefined {
  const written = typeof value === 'number' ? value : text(value);
  if (written === undefined) return undefined;
  const isBare = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/u.test(String(written));
  const time = new Date(isBare ? `${String(written).replace(' ', 'T')}Z` : written).getTime();
  if (Number.isNaN(time)) return String(written);
  const instant = new TZDate(time, timeZone).toISOString().replace(/\.\d+/u, '');
  return toMachineDate({ precision: 'instant', day: instant.slice(0, 10), instant });
}

function zoneOf(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name ?? 'UTC' }).resolvedOptions()
      .timeZone;
  } catch {
    return 'UTC';
  }
}

function dataOf(value: unknown): Row | undefined {
  const db = isRow(value) && Array.isArray(value['db']) ? value['db'][0] : value;
  const data = isRow(db) ? (db['data'] ?? db) : undefined;
  return isRow(data) ? data : undefined;
}

function slugOf(post: Row): string {
  const slug = text(post['slug']) ?? '';
  return /^untitled(?:-\d+)?$/u.test(slug) ? '' : slug;
}

const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [String(row['id']), row]));
const idOfPost = (row: Row) => String(row['post_id']);
const bySortOrder = (a: Row, b: Row) =>
  Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0);

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
