import { hash } from 'node:crypto';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import { createNewsDate, parseWrittenDate, startOf } from '../../language/news-date.ts';
import { readByline } from '../bylines/read-byline.ts';
import type { Draft, DraftFields, DraftName, ImportOptions, Note } from '../draft.ts';
import { decodeEntities } from '../html/html-tree.ts';
import { createPictureCollector } from '../pictures/picture-collector.ts';
import { wholeAddress } from '../web-address.ts';
import { convertText } from './convert-text.ts';
import {
  readEntryDates,
  readEntryImage,
  readEntrySummary,
  readEntryTitle,
  textOfEntry,
} from './draft-fields.ts';
import type { AddNote, FeedMetadata, FeedText, Gallery, ImportedEntry } from './feed-entry.ts';

interface DraftContext {
  readonly source: string;
  readonly feed: FeedMetadata;
  readonly options: ImportOptions;
  /** The imported file of another entry that an address belongs to. */
  readonly siblingAt: (address: string) => string | undefined;
  readonly gallery?: Gallery;
}

/** Creates the draft of an entry; undefined if it has neither a headline nor a text. */
export function createDraft(entry: ImportedEntry, context: DraftContext): Draft | undefined {
  const { feed, options, source } = context;
  const notes: Note[] = [...(entry.notes ?? [])];
  const place = { line: entry.line };
  const note: AddNote = (field, message, certainty = 'certain') => {
    notes.push({ ...place, field, message, certainty });
  };

  const url = wholeAddress(entry.link, entry.base ?? feed.base);
  const base = wholeAddress(entry.base, feed.base) ?? url ?? feed.base;
  const collector = createPictureCollector(options.pictures);
  const convert = (text: FeedText) => {
    const from = wholeAddress(text.base, base) ?? base;
    const resolve = (address: string) => {
      const sibling = context.siblingAt(wholeAddress(address, from) ?? address);
      const part = /#.+$/su.exec(address)?.[0];
      if (sibling !== undefined && part !== undefined)
        note('link', `${address} becomes ${sibling}; ${part} dropped`, 'likely');
      return sibling === undefined ? wholeAddress(address, from) : pathTo(sibling, entry);
    };
    return convertText(text, { resolve, collector, note, gallery: context.gallery });
  };

  const hasContent = entry.content !== undefined && textOfEntry(entry.content) !== '';
  const full = hasContent ? entry.content : entry.summary;
  const body = full === undefined ? '' : convert(full);
  const words = full === undefined ? '' : textOfEntry(full);
  const title = readEntryTitle(entry, words, note);
  if (title === undefined && body === '') return undefined;
  if (!hasContent && body !== '')
    note('body', 'the feed has only a summary; used as the text', 'likely');
  if (body === '') note('body', 'the entry has no text', 'doubtful');

  const summary = hasContent ? readEntrySummary(entry.summary, words) : undefined;
  const lang = options.lang ?? languageOf(entry.lang ?? feed.lang, note);
  const { date, updated } = readEntryDates(entry, { timeZone: options.timeZone, lang }, note);
  const image = readEntryImage(
    entry,
    (address) => wholeAddress(address, base),
    collector,
    note,
  );
  for (const address of new Set(entry.enclosed))
    if (address !== undefined && address !== entry.picture?.url && !body.includes(address))
      note('dropped', `the enclosed file ${address}`);
  const topics = [...new Set(entry.topics.map(decodeEntities))];
  const fields: DraftFields = {
    title: title && decodeEntities(title),
    date,
    updated,
    summary,
    story: entry.story && decodeEntities(entry.story),
    section: entry.section && decodeEntities(entry.section),
    topics: topics.length > 0 ? topics : undefined,
    authors: entry.authors.flatMap((author) => toAuthors(author, note)),
    image,
    source: {
      name: feed.title && decodeEntities(feed.title),
      url,
      published: url || feed.title ? date : undefined,
    },
    aliases: entry.aliases,
    lang,
    draft: entry.draft || undefined,
  };
  const identity = entryIdentity(entry, url, feed, note);
  return {
    ...{ source, ...place, identity },
    ...(entry.isPage
      ? { fields: toPageFields(fields, options, note), isPage: true }
      : { fields }),
    body,
    pictures: collector.pictures,
    notes,
    name: entry.name,
  };
}

/** Converts a path from the content folder to one from the entry's file. */
function pathTo(file: string, { isPage }: ImportedEntry): string {
  if (!isPage) return file;
  return file.startsWith('pages/') ? file.slice('pages/'.length) : `../${file}`;
}

/** The fields of a page. It keeps its date only if the page is scheduled. */
function toPageFields(
  fields: DraftFields,
  { now, timeZone }: Pick<ImportOptions, 'now' | 'timeZone'>,
  note: AddNote,
): DraftFields {
  const { date, section, story, topics, source: _, ...others } = fields;
  const written = parseWrittenDate(date ?? '');
  const waits =
    written !== undefined &&
    now !== undefined &&
    startOf(createNewsDate(written, timeZone), timeZone) > now;
  const left = Object.entries({ date: waits ? undefined : date, section, story, topics });
  for (const [name, value] of left)
    if (value !== undefined)
      note('dropped', `${name}: ${[value].flat().join(', ')}; pages have no ${name}`);
  return { ...others, date: waits ? date : undefined };
}

/** One name field may hold several names and roles: `By Ana Ruiz and Bo Li`. */
function toAuthors(author: DraftName, note: AddNote): DraftName[] {
  if (typeof author !== 'string') return [{ ...author, name: decodeEntities(author.name) }];
  const written = decodeEntities(author);
  const { names, others, isSure } = readByline(written);
  if (!isSure || names.length === 0 || names.join() === written) return [written];
  const rest = others.length === 0 ? '' : `; dropped: ${others.join(', ')}`;
  note('authors', `${names.join(', ')}, from ${JSON.stringify(written)}${rest}`, 'likely');
  return [...names];
}

function languageOf(written: string | undefined, note: AddNote): string | undefined {
  const lang = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (written !== undefined && lang === undefined)
    note('lang', `"${written}" dropped: not a language tag`, 'doubtful');
  return lang;
}

/** Identifies an entry by its id or URL, else by its date or text. */
function entryIdentity(
  entry: ImportedEntry,
  url: string | undefined,
  feed: FeedMetadata,
  note: AddNote,
): string {
  const { id } = entry;
  // A bare number is unique only within its feed.
  if (id !== undefined)
    return /^[a-z][a-z0-9+.-]*:/iu.test(id) ? id : `${feed.link ?? ''}#${id}`;
  if (url !== undefined) return url;
  const { published, title, content, summary } = entry;
  const text = published ?? (title ? textOfEntry(title) : ((content ?? summary)?.value ?? ''));
  note(
    'source',
    'the entry has neither an id nor a link; it is identified by its date or text',
    'doubtful',
  );
  return `${feed.link ?? ''}#${hash('sha256', text).slice(0, 16)}`;
}
