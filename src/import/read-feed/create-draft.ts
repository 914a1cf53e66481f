import { createHash } from 'node:crypto';
import type {
  Draft,
  DraftFields,
  DraftImage,
  DraftPicture,
  ImportOptions,
  Note,
} from '../draft.ts';
import type { CleanContext } from './clean-html.ts';
import { convertText } from './convert-text.ts';
import { createLink } from './create-link.ts';
import { datesOf } from './dates-of.ts';
import type { GalleryPicture } from './expand-shortcodes.ts';
import type { FeedEntry, FeedFacts, FeedText } from './feed-entry.ts';
import { namePicture } from './name-picture.ts';
import { proposeTitle } from './propose-title.ts';
import { looksLikeHtml, plainText, textOfHtml } from './text-of-html.ts';

export interface DraftContext {
  readonly source: string;
  readonly feed: FeedFacts;
  readonly options: ImportOptions;
  readonly gallery?: ((ids: readonly string[]) => readonly GalleryPicture[]) | undefined;
}

/** Makes the draft of one entry; undefined when it has neither a headline nor a text. */
export function createDraft(entry: FeedEntry, context: DraftContext): Draft | undefined {
  const { feed, options, source } = context;
  const notes: Note[] = [...(entry.notes ?? [])];
  const place = entry.line === undefined ? {} : { line: entry.line };
  const note: CleanContext['note'] = (field, message, certainty = 'certain') =>
    notes.push({ ...place, field, message, certainty });
  const say = (field: string, message: string, certainty: Note['certainty']) =>
    notes.push({ ...place, field, message, certainty });

  const url = wholeAddress(entry.link, entry.base ?? feed.base);
  const base = wholeAddress(entry.base, feed.base) ?? url ?? feed.base;
  const pictures = new Map<string, DraftPicture>();
  const bring = (address: string) => {
    if (!options.pictures) return undefined;
    const picture = { name: namePicture(address), from: address };
    pictures.set(address, picture);
    return `./${picture.name}`;
  };
  const convert = (text: FeedText) =>
    convertText(text, {
      base: wholeAddress(text.base, base) ?? base,
      bring,
      note,
      gallery: context.gallery,
    });

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
  const { date, updated } = datesOf(entry, options.timeZone, say);
  const lang = options.lang ?? languageOf(entry.lang ?? feed.lang, say);
  const image = imageOf(entry, base, options, pictures, say);
  const fields: DraftFields = {
    ...given('title', title),
    ...given('date', date),
    ...given('updated', updated),
    ...given('summary', summary),
    ...given('section', entry.section),
    ...(entry.topics.length > 0 ? { topics: [...new Set(entry.topics)] } : {}),
    ...(entry.authors.length > 0 ? { authors: entry.authors } : {}),
    ...given('image', image),
    source: {
      ...given('name', feed.title),
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
    fields,
    body,
    pictures: [...pictures.values()],
    notes,
    ...given('name', entry.name),
  };
}

type Say = (field: string, message: string, certainty: Note['certainty']) => void;

/** The words of a text in one line, for comparing and proposing. */
export function wordsOf(text: FeedText): string {
  if (text.form === 'text') return text.value.replace(/\s+/gu, ' ').trim();
  const once = looksLikeHtml(text.value) ? text.value : plainText(text.value);
  return textOfHtml(once.replace(/<!--.*?-->/gsu, ''));
}

function titleOf(entry: FeedEntry, words: string, say: Say): string | undefined {
  const { title } = entry;
  const text = title === undefined ? '' : wordsOf(title);
  if (text !== '') {
    if (title?.form === 'html' && looksLikeHtml(title.value))
      say('title', 'the headline has markup; its words are kept', 'certain');
    return text;
  }
  const proposed = proposeTitle(words);
  if (proposed !== undefined)
    say('title', `the entry has none; "${proposed}" is proposed from its text`, 'doubtful');
  return proposed;
}

/** A summary that the text does not begin with anyway. */
function summaryOf(summary: FeedText | undefined, words: string): string | undefined {
  const text = summary === undefined ? '' : wordsOf(summary);
  const plain = (value: string) => value.replace(/[\s\p{P}]+/gu, '').toLowerCase();
  const beginning = text
    .replace(/\s*The post .{1,300} appeared first on .{1,200}$/u, '')
    .replace(/\s*(?:\[?(?:…|\.\.\.)\]?|(?:Continue reading|Read more).{0,200})$/iu, '');
  const isBeginning = plain(words).startsWith(plain(beginning));
  return text === '' || isBeginning ? undefined : text;
}

function languageOf(written: string | undefined, say: Say): string | undefined {
  if (written === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0];
  } catch {
    say('lang', `"${written}" is no language tag; left out`, 'doubtful');
    return undefined;
  }
}

/** The featured picture: a file only with a credit, since none goes without. */
function imageOf(
  entry: FeedEntry,
  base: string | undefined,
  options: ImportOptions,
  pictures: Map<string, DraftPicture>,
  say: Say,
): DraftImage | undefined {
  const { picture } = entry;
  if (picture === undefined) return undefined;
  const address = createLink(picture.url, base);
  const { credit, alt, caption } = picture;
  const words = {
    ...given('alt', alt),
    ...given('caption', caption),
    ...given('credit', credit),
  };
  if (!options.pictures || address.kind !== 'good') {
    say(
      'picture',
      `${address.address} is the entry's picture; it is not brought along`,
      'certain',
    );
    return credit === undefined ? undefined : words;
  }
  if (credit === undefined) {
    say(
      'picture',
      `${address.address} has no credit, so that it is not brought along`,
      'likely',
    );
    return undefined;
  }
  const name = namePicture(address.address);
  pictures.set(address.address, { name, from: address.address });
  return { file: `./${name}`, ...words };
}

function identityOf(
  entry: FeedEntry,
  url: string | undefined,
  feed: FeedFacts,
  say: Say,
): string {
  const { id } = entry;
  // A bare number is an id within its feed only.
  if (id !== undefined)
    return /^[a-z][a-z0-9+.-]*:/iu.test(id) ? id : `${feed.link ?? ''}#${id}`;
  if (url !== undefined) return url;
  const { published, title, content, summary } = entry;
  const told = published ?? (title ? wordsOf(title) : ((content ?? summary)?.value ?? ''));
  say(
    'source',
    'the entry has neither an id nor a link; it is known again by its date, else its words',
    'doubtful',
  );
  const hash = createHash('sha256').update(told).digest('hex').slice(0, 16);
  return `${feed.link ?? ''}#${hash}`;
}

function wholeAddress(
  address: string | undefined,
  base: string | undefined,
): string | undefined {
  if (address === undefined) return undefined;
  const link = createLink(address, base);
  return link.kind === 'good' && /^https?:/u.test(link.address) ? link.address : undefined;
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}
