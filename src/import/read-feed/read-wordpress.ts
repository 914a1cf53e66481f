import { countOf } from '../../system/problems/count-of.ts';
import type { DraftName, Note } from '../draft.ts';
import type { FeedPerson, GalleryPicture, ImportedEntry, ReadEntries } from './feed-entry.ts';
import type { EntryText } from './split-feed.ts';
import { toWordpressEntry } from './to-wordpress-entry.ts';
import {
  createSharedBlocks,
  metaOf,
  type WordpressItem,
  type WordpressPicture,
} from './wordpress-site.ts';
import { readElements, type XmlElement } from './xml.ts';

/**
 * Reads a WordPress export: posts and pages become entries; attachments are resolved by id;
 * everything else, and anything in the trash, is counted in a note. `now` is in milliseconds
 * since 1970.
 */
export function readWordpress(
  frame: string,
  entries: readonly EntryText[],
  now: number,
): ReadEntries {
  const channel = readElements(frame, 2);
  const textOf = (name: string) =>
    channel.find((one) => one.name === name)?.text.trim() || undefined;
  const link = textOf('link') ?? textOf('wp:base_blog_url');
  const feed = { title: textOf('title'), link, base: link, lang: textOf('language') };
  const users = channel.filter(({ name }) => name === 'wp:author');
  const authors = new Map(users.map(toAuthor));
  const attachments = new Map(entries.flatMap(toAttachment));
  const shared = createSharedBlocks(entries.flatMap(toShared));
  const site = { feed, authors, attachments, shared };
  const leftOut = new Map<string, number>();
  const blocks: string[] = [];
  const owners = new WeakMap<ImportedEntry, string>();
  function* read() {
    for (const one of entries) {
      const item = toItem(one);
      const kind = item.text('wp:post_type') ?? 'post';
      const isTrash = item.text('wp:status') === 'trash';
      if (isTrash || (kind !== 'post' && kind !== 'page')) {
        const name = isTrash ? 'in the trash' : `of type ${kind}, not an article`;
        if (kind === 'wp_block') blocks.push(item.text('wp:post_id') ?? '');
        else leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
        continue;
      }
      const entry = toWordpressEntry(item, site, now);
      owners.set(entry, item.text('wp:post_id') ?? '');
      yield entry;
    }
  }
  return {
    feed,
    entries: read(),
    gallery: (entry) => (ids) => pick(attachments, ids, owners.get(entry)),
    people: users.flatMap(toPerson),
    notes: () => {
      const unused = blocks.filter((id) => !shared.used.has(id)).length;
      if (unused > 0) leftOut.set('of type wp_block, not an article', unused);
      return [...noteMails(users), ...noteLeftOut(leftOut)];
    },
  };
}

function toItem({ xml, line }: EntryText): WordpressItem {
  const elements = readElements(xml, 3);
  const all = (name: string) => elements.filter((one) => one.name === name);
  return { line, all, text: (name) => all(name)[0]?.text.trim() || undefined };
}

function toAuthor({ inner }: XmlElement): [login: string, name: DraftName] {
  const parts = readElements(inner, 0);
  const part = (name: string) => parts.find((one) => one.name === name)?.text.trim() ?? '';
  const login = part('wp:author_login');
  const full = `${part('wp:author_first_name')} ${part('wp:author_last_name')}`.trim();
  return [login, part('wp:author_display_name') || full || login];
}

/** Exports have no biographies, but plugins add them. */
function toPerson(user: XmlElement): FeedPerson[] {
  const [login, author] = toAuthor(user);
  const parts = readElements(user.inner, 0);
  const part = (name: string) => parts.find((one) => one.name === name)?.text.trim() ?? '';
  const name = typeof author === 'string' ? author : author.name;
  const fields = {
    name,
    bio: part('wp:author_description'),
    website: part('wp:author_url'),
  };
  return name === login ? [] : [{ key: login, fields }];
}

/** Addresses of users, whom nobody asked whether they may be published. */
function noteMails(users: readonly XmlElement[]): Note[] {
  const count = users.filter(({ inner }) =>
    /<wp:author_email>(?:<!\[CDATA\[)?[^<\]\s]/u.test(inner),
  ).length;
  if (count === 0) return [];
  const message = `the e-mail addresses of ${countOf(count, 'author')}, which are not published`;
  return [{ field: 'dropped', message, certainty: 'certain' }];
}

/** The HTML of a synced block that posts include by its id. */
function toShared(entry: EntryText): [id: string, html: string][] {
  if (!entry.xml.includes('wp_block')) return [];
  const item = toItem(entry);
  if (item.text('wp:post_type') !== 'wp_block' || item.text('wp:status') === 'trash') return [];
  return [[item.text('wp:post_id') ?? '', item.text('content:encoded') ?? '']];
}

function toAttachment(entry: EntryText): [id: string, attachment: WordpressPicture][] {
  if (!entry.xml.includes('attachment')) return [];
  const item = toItem(entry);
  const url = item.text('wp:attachment_url') ?? item.text('guid');
  if (item.text('wp:post_type') !== 'attachment' || url === undefined) return [];
  const meta = new Map(metaOf(item));
  const caption = item.text('excerpt:encoded');
  const alt = meta.get('_wp_attachment_image_alt');
  return [
    [item.text('wp:post_id') ?? '', { url, alt, caption, parent: item.text('wp:post_parent') }],
  ];
}

function pick(
  attachments: ReadonlyMap<string, WordpressPicture>,
  ids: readonly string[],
  post: string | undefined,
): readonly GalleryPicture[] {
  if (ids.length === 0)
    return [...attachments.values()].filter(({ parent }) => parent === post);
  const found = ids.map((id) => attachments.get(id));
  // If one is missing, the shortcode is more useful than an incomplete gallery.
  return found.every((one) => one !== undefined) ? found : [];
}

/** A note with the count for each kind of entry that is not an article. */
export function noteLeftOut(leftOut: ReadonlyMap<string, number>): Note[] {
  return [...leftOut].map(([name, count]) => ({
    field: 'dropped',
    message: `${count} ${name}`,
    certainty: noArticles.test(name) ? 'certain' : 'doubtful',
  }));
}

/** Kinds that are certainly not articles; a site's own kinds may be. */
const noArticles =
  /^(?:in the trash|of type (?:comment|template|settings|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-[\w-]+|elementor_\w+|shop_\w+|product|feedback|mc4wp-form|wpcf7_contact_form|flamingo_\w+), not an article)$/u;
