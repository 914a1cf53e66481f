import { createNewsDate, parseWrittenDate, startOf } from '../../content/article/news-date.ts';
import { canonicalLanguage } from '../../language/canonical-language.ts';
import { readByline } from '../bylines/read-byline.ts';
import type { Draft, DraftFields, DraftName, ImportOptions, Note } from '../draft.ts';
import { given } from '../given.ts';
import { decodeEntities } from '../html/decode-entities.ts';
import { wholeAddress } from '../html/whole-address.ts';
import { createPictureBag } from '../pictures/picture-bag.ts';
import { convertText } from './convert-text.ts';
import { datesOf } from './dates-of.ts';
import type { GalleryPicture } from './expand-shortcodes.ts';
import type { FeedEntry, FeedFacts, FeedText, Say } from './feed-entry.ts';
import { identityOf } from './identity-of.ts';
import { imageOf } from './image-of.ts';
import { summaryOf } from './summary-of.ts';
import { titleOf } from './title-of.ts';
import { wordsOf } from './words-of.ts';

export interface DraftContext {
  readonly source: string;
  readonly feed: FeedFacts;
  readonly options: ImportOptions;
  /** The copy of another entry that an address leads to. */
  readonly siblingAt: (address: string) => string | undefined;
  readonly gallery?: ((ids: readonly string[]) => readonly GalleryPicture[]) | undefined;
}

/** Makes the draft of one entry; undefined when it has neither a headline nor a text. */
export function createDraft(entry: FeedEntry, context: DraftContext): Draft | undefined {
  const { feed, options, source } = context;
  const notes: Note[] = [...(entry.notes ?? [])];
  const place = entry.line === undefined ? {} : { line: entry.line };
  const say: Say = (field, message, certainty = 'certain') => {
    notes.push({ ...place, field, message, certainty });
  };

  const url = wholeAddress(entry.link, entry.base ?? feed.base);
  const base = wholeAddress(entry.base, feed.base) ?? url ?? feed.base;
  const bag = createPictureBag(options.pictures);
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

  const hasContent = entry.content !== undefined && wordsOf(entry.content) !== '';
  const full = hasContent ? entry.content : entry.summary;
  const body = full === undefined ? '' : convert(full);
  const words = full === undefined ? '' : wordsOf(full);
  const title = titleOf(entry, words, say);
  if (title === undefined && body === '') return undefined;
  if (!hasContent && body !== '')
    say('body', 'the feed has only a summary; it is taken for the text', 'likely');
  if (body === '') say('body', 'the entry has no text', 'doubtful');

  const summary = hasContent ? summaryOf(entry.summary, words) : undefined;
  const lang = options.lang ?? languageOf(entry.lang ?? feed.lang, say);
  const { date, updated } = datesOf(entry, { timeZone: options.timeZone, lang }, say);
  const image = imageOf(entry, (address) => wholeAddress(address, base), bag, say);
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
  const identity = identityOf(entry, url, feed, say);
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

/** A path from the content folder -> one from the copy of an entry. */
function pathTo(file: string, { isPage }: FeedEntry): string {
  if (!isPage) return file;
  return file.startsWith('pages/') ? file.slice('pages/'.length) : `../${file}`;
}

/** What a page of the site has; a date only where the page waits for it. */
function toPageFields(
  fields: DraftFields,
  { now, timeZone }: Pick<ImportOptions, 'now' | 'timeZone'>,
  say: Say,
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

/** Several names, and roles, may be written in place of one name: `By Ana Ruiz and Bo Li`. */
function toAuthors(author: DraftName, say: Say): DraftName[] {
  if (typeof author !== 'string') return [{ ...author, name: decodeEntities(author.name) }];
  const written = decodeEntities(author);
  const { names, others, isSure } = readByline(written);
  if (!isSure || names.length === 0 || names.join() === written) return [written];
  const rest = others.length === 0 ? '' : `; left out: ${others.join(', ')}`;
  say('authors', `${names.join(', ')}, from ${JSON.stringify(written)}${rest}`, 'likely');
  return [...names];
}

function languageOf(written: string | undefined, say: Say): string | undefined {
  const lang = canonicalLanguage(written?.replaceAll('_', '-') ?? '');
  if (written !== undefined && lang === undefined)
    say('lang', `"${written}" is no language tag; left out`, 'doubtful');
  return lang;
}
