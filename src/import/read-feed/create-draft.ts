import { hash } from 'node:crypto';
import { createNewsDate, parseWrittenDate, startOf } from '../../content/article/news-date.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import { readByline } from '../bylines/read-byline.ts';
import type { Draft, DraftFields, DraftName, ImportOptions, Note } from '../draft.ts';
import { given } from '../given.ts';
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
import type { AddNote, FeedFacts, FeedText, Gallery, ImportedEntry } from './feed-entry.ts';

interface DraftContext {
  readonly source: string;
  readonly feed: FeedFacts;
  readonly options: ImportOptions;
  /** The imported file of another entry that an address belongs to. */
  readonly siblingAt: (address: string) => string | undefined;
  readonly gallery?: Gallery;
}

/** Creates the draft of an entry; undefined if it has neither a headline nor a text. */
export function createDraft(entry: ImportedEntry, context: DraftContext): Draft | undefined {
  const { feed, options, source } = context;
  const notes: Note[] = [...(entry.notes ?? [])];
  const place = entry.line === undefined ? {} : { line: entry.line };
  const say: AddNote = (field, message, certainty = 'certain') => {
    notes.push({ ...place, field, message, certainty });
  };

  const url = wholeAddress(entry.link, entry.base ?? feed.base);
  const base = wholeAddress(entry.base, feed.base) ?? url ?? feed.base;
  const bag = createPictureCollector(options.pictures);
  const convert = (text: FeedText) => {
    const from = wholeAddress(text.base, base) ?? base;
    const resolve = (address: string) => {
      const sibling = context.siblingAt(wholeAddress(address, from) ?? address);
      const part = /#.+$/su.exec(address)?.[0];
      if (sibling !== undefined && part !== undefined)
        say('link', `${address} leads to ${sibling}, without ${part}`, 'likely');
      return sibling === undefined ? wholeAddress(address, from) : pathTo(sibling, entry);
    };
    return convertText(text, { resolve, bag, note: say, gallery: context.gallery });
  };

  const hasContent = entry.content !== undefined && textOfEntry(entry.content) !== '';
  const full = hasContent ? entry.content : entry.summary;
  const body = full === undefined ? '' : convert(full);
  const words = full === undefined ? '' : textOfEntry(full);
  const title = readEntryTitle(entry, words, say);
  if (title === undefined && body === '') return undefined;
  if (!hasContent && body !== '')
    say('body', 'the feed has only a summary; it is taken for the text', 'likely');
  if (body === '') say('body', 'the entry has no text', 'doubtful');

  const summary = hasContent ? readEntrySummary(entry.summary, words) : undefined;
  const lang = options.lang ?? languageOf(entry.lang ?? feed.lang, say);
  const { date, updated } = readEntryDates(entry, { timeZone: options.timeZone, lang }, say);
  const image = readEntryImage(entry, (address) => wholeAddress(address, base), bag, say);
  for (const address of new Set(entry.enclosed))
    if (address !== undefined && address !== entry.picture?.url && !body.includes(address))
      say('left out', `${address}, a file that comes with the entry`);
  const fields: DraftFields = {
    ...given('title', title && decodeEntities(title)),
    ...given('date', date),
    ...given('updated', updated),
    ...given('summary', summary),
    ...given('section', entry.section && decodeEntities(entry.section)),
    ...(entry.topics.length > 0
      ? { topics: [...new Set(entry.topics.map(decodeEntities))] }
      : {}),
    ...(entry.authors.length > 0
      ? { authors: entry.authors.flatMap((author) => toAuthors(author, say)) }
      : {}),
    ...given('image', image),
    source: {
      ...given('name', feed.title && decodeEntities(feed.title)),
      ...given('url', url),
      ...given('published', url || feed.title ? date : undefined),
    },
    ...(entry.aliases ? { aliases: entry.aliases } : {}),
    ...given('lang', lang),
    ...(entry.draft ? { draft: true as const } : {}),
  };
  const identity = entryIdentity(entry, url, feed, say);
  return {
    ...{ source, ...place, identity },
    ...(entry.isPage
      ? { fields: toPageFields(fields, options, say), isPage: true }
      : { fields }),
    body,
    pictures: bag.pictures,
    notes,
    ...given('name', entry.name),
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
  say: AddNote,
): DraftFields {
  const { date, section, topics, source: _, ...others } = fields;
  const written = parseWrittenDate(date ?? '');
  const waits =
    written !== undefined &&
    now !== undefined &&
    startOf(createNewsDate(written, timeZone), timeZone) > now;
  const left = Object.entries({ date: waits ? undefined : date, section, topics });
  for (const [name, value] of left)
    if (value !== undefined)
      say('left out', `${name}: ${[value].flat().join(', ')}, which a page does not have`);
  return { ...others, ...given('date', waits ? date : undefined) };
}

/** One name field may hold several names and roles: `By Ana Ruiz and Bo Li`. */
function toAuthors(author: DraftName, say: AddNote): DraftName[] {
  if (typeof author !== 'string') return [{ ...author, name: decodeEntities(author.name) }];
  const written = decodeEntities(author);
  const { names, others, isSure } = readByline(written);
  if (!isSure || names.length === 0 || names.join() === written) return [written];
  const rest = others.length === 0 ? '' : `; left out: ${others.join(', ')}`;
  say('authors', `${names.join(', ')}, from ${JSON.stringify(written)}${rest}`, 'likely');
  return [...names];
}

function languageOf(written: string | undefined, say: AddNote): string | undefined {
  const lang = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (written !== undefined && lang === undefined)
    say('lang', `"${written}" is no language tag; left out`, 'doubtful');
  return lang;
}

/** Identifies an entry by its id or URL, else by its date or text. */
function entryIdentity(
  entry: ImportedEntry,
  url: string | undefined,
  feed: FeedFacts,
  say: AddNote,
): string {
  const { id } = entry;
  // A bare number is unique only within its feed.
  if (id !== undefined)
    return /^[a-z][a-z0-9+.-]*:/iu.test(id) ? id : `${feed.link ?? ''}#${id}`;
  if (url !== undefined) return url;
  const { published, title, content, summary } = entry;
  const told = published ?? (title ? textOfEntry(title) : ((content ?? summary)?.value ?? ''));
  say(
    'source',
    'the entry has neither an id nor a link; it is known again by its date, else its words',
    'doubtful',
  );
  return `${feed.link ?? ''}#${hash('sha256', told).slice(0, 16)}`;
}
