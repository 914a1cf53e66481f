import { createNewsDate, toMachineDate } from '../../language/news-date.ts';
import { dayWithin, parseForeignDate } from '../dates/parse-foreign-date.ts';
import type { DraftImage } from '../draft.ts';
import type { PictureCollector } from '../pictures/picture-collector.ts';
import { comparableText } from '../plain-text.ts';
import { proposeTitle } from '../propose-title.ts';
import type { Resolve } from '../web-address.ts';
import type { AddNote, FeedText, ImportedEntry } from './feed-entry.ts';
import { looksLikeHtml, plainText, textOfHtml } from './html-to-markdown.ts';

/** The headline of an entry, else one proposed from its text. */
export function readEntryTitle(
  entry: ImportedEntry,
  words: string,
  note: AddNote,
): string | undefined {
  const { title } = entry;
  const text = title === undefined ? '' : textOfEntry(title);
  if (text !== '') {
    if (title?.form === 'html' && looksLikeHtml(title.value))
      note('title', 'the headline has markup; kept as plain text', 'certain');
    return text;
  }
  if (words === '') return undefined;
  const proposed = proposeTitle(words);
  note('title', `missing; "${proposed}" is proposed from the text`, 'doubtful');
  return proposed;
}

/** A summary, unless the text begins with it. */
export function readEntrySummary(
  summary: FeedText | undefined,
  words: string,
): string | undefined {
  const text = summary === undefined ? '' : textOfEntry(summary);
  const beginning = text
    .replace(/\s*The post .{1,300} appeared first on .{1,200}$/u, '')
    .replace(/\s*(?:\[?(?:…|\.\.\.)\]?|(?:Continue reading|Read more).{0,200})$/iu, '');
  const isBeginning = comparableText(words).startsWith(comparableText(beginning));
  return text === '' || isBeginning ? undefined : text;
}

/** An entry's publication date and last update, in front matter forms. */
export function readEntryDates(
  entry: ImportedEntry,
  { timeZone, lang }: { readonly timeZone: string; readonly lang?: string | undefined },
  note: AddNote,
): { readonly date?: string; readonly updated?: string } {
  const read = (field: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const found = readFeedDate(text, timeZone, lang);
    if (found === undefined) note(field, `"${text}" is not a readable date`, 'doubtful');
    if (found?.doubt !== undefined) note(field, `"${text}": ${found.doubt}`, 'likely');
    return found?.date;
  };
  const changed = read('updated', entry.updated);
  const published = read('date', entry.published) ?? dayOfAddress(entry, note);
  if (published === undefined) {
    if (changed === undefined) {
      if (entry.published === undefined && !entry.isPage) note('date', 'missing', 'doubtful');
      return {};
    }
    note('date', 'missing; the date of the last update is used', 'likely');
    return { date: changed };
  }
  if (changed === undefined || Date.parse(changed) === Date.parse(published))
    return { date: published };
  if (Date.parse(changed) < Date.parse(published)) {
    note('updated', `${changed} dropped: it is before the publication date`, 'likely');
    return { date: published };
  }
  return { date: published, updated: changed };
}

/** The date in an entry's URL, `/2024/03/05/quay/`, or in its id if that is a URL. */
function dayOfAddress({ link, id }: ImportedEntry, note: AddNote): string | undefined {
  for (const address of [link, id]) {
    const path = URL.parse(address ?? '', 'https://a.example')?.pathname ?? '';
    const day = dayWithin(path);
    if (day === undefined) continue;
    note('date', `${day}, from its address ${address}`, 'likely');
    return day;
  }
  return undefined;
}

interface FeedDate {
  /** `2026-01-06`, or `2026-01-06T18:30+09:00`. */
  readonly date: string;
  /** What had to be assumed, if anything. */
  readonly doubt?: string;
}

/**
 * Parses a feed's date. A time without a known zone is read in `timeZone`, which `doubt` reports.
 * Returns undefined for anything that is not a date.
 */
export function readFeedDate(
  text: string,
  timeZone: string,
  lang?: string,
): FeedDate | undefined {
  const parsed = parseForeignDate(text, lang);
  if (parsed === undefined) return undefined;
  const date = toMachineDate(createNewsDate(parsed, timeZone));
  if (parsed.time === undefined || parsed.offset !== undefined) return { date };
  const { unknownZone } = parsed;
  const cause = unknownZone === undefined ? 'no time zone' : `unknown time zone ${unknownZone}`;
  return { date, doubt: `${cause}; read as ${timeZone}` };
}

/**
 * The featured picture. Its file is imported only if it has a credit, which the site requires.
 */
export function readEntryImage(
  entry: ImportedEntry,
  resolve: Resolve,
  collector: PictureCollector,
  note: AddNote,
): DraftImage | undefined {
  const { picture } = entry;
  if (picture === undefined) return undefined;
  const address = resolve(picture.url);
  const { credit, alt, caption } = picture;
  const words = {
    alt,
    caption,
    credit,
  };
  // Reported, because no other place in the file holds them.
  const lost = [alt, caption].filter((text) => text !== undefined).map((text) => `"${text}"`);
  const dropped =
    credit !== undefined || lost.length === 0 ? '' : `; dropped: ${lost.join(', ')}`;
  if (!collector.isEnabled || address === undefined) {
    note(
      'picture',
      `${address ?? picture.url}: the entry's picture; not imported${dropped}`,
      'certain',
    );
    return credit === undefined ? undefined : words;
  }
  if (credit === undefined) {
    note('picture', `${address} dropped: no credit${dropped}`, 'likely');
    return undefined;
  }
  const file = collector.add(address);
  return { file, ...words };
}

/** The text in one line, without markup, for comparisons and proposals. */
export function textOfEntry(text: FeedText): string {
  if (text.form === 'text') return text.value.replace(/\s+/gu, ' ').trim();
  const once = looksLikeHtml(text.value) ? text.value : plainText(text.value);
  return textOfHtml(once.replace(/<!--.*?-->/gsu, ''));
}
