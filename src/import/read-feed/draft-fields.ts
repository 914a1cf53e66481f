import { createNewsDate, toMachineDate } from '../../content/article/news-date.ts';
import { dayWithin, parseForeignDate } from '../dates/parse-foreign-date.ts';
import type { DraftImage } from '../draft.ts';
import { given } from '../given.ts';
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
  say: AddNote,
): string | undefined {
  const { title } = entry;
  const text = title === undefined ? '' : textOfEntry(title);
  if (text !== '') {
    if (title?.form === 'html' && looksLikeHtml(title.value))
      say('title', 'the headline has markup; its words are kept', 'certain');
    return text;
  }
  if (words === '') return undefined;
  const proposed = proposeTitle(words);
  say('title', `the entry has none; "${proposed}" is proposed from its text`, 'doubtful');
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
  say: AddNote,
): { readonly date?: string; readonly updated?: string } {
  const read = (field: string, text: string | undefined) => {
    if (text === undefined) return undefined;
    const found = readFeedDate(text, timeZone, lang);
    if (found === undefined) say(field, `"${text}" is no date that can be read`, 'doubtful');
    if (found?.doubt !== undefined) say(field, `"${text}": ${found.doubt}`, 'likely');
    return found?.date;
  };
  const changed = read('updated', entry.updated);
  const published = read('date', entry.published) ?? dayOfAddress(entry, say);
  if (published === undefined) {
    if (changed === undefined) {
      if (entry.published === undefined && !entry.isPage)
        say('date', 'the entry has none', 'doubtful');
      return {};
    }
    say('date', 'the entry says only when it was updated; that is taken', 'likely');
    return { date: changed };
  }
  if (changed === undefined || Date.parse(changed) === Date.parse(published))
    return { date: published };
  if (Date.parse(changed) < Date.parse(published)) {
    say('updated', `${changed} is before the publication; left out`, 'likely');
    return { date: published };
  }
  return { date: published, updated: changed };
}

/** The date in an entry's URL, `/2024/03/05/quay/`, or in its id if that is a URL. */
function dayOfAddress({ link, id }: ImportedEntry, say: AddNote): string | undefined {
  for (const address of [link, id]) {
    const path = URL.parse(address ?? '', 'https://a.example')?.pathname ?? '';
    const day = dayWithin(path);
    if (day === undefined) continue;
    say('date', `${day}, from its address ${address}`, 'likely');
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
  const cause =
    unknownZone === undefined ? 'it names no zone' : `its zone ${unknownZone} is not known`;
  return { date, doubt: `${cause}; read as a time of ${timeZone}` };
}

/**
 * The featured picture. Its file is imported only if it has a credit, which the site requires.
 */
export function readEntryImage(
  entry: ImportedEntry,
  resolve: Resolve,
  bag: PictureCollector,
  say: AddNote,
): DraftImage | undefined {
  const { picture } = entry;
  if (picture === undefined) return undefined;
  const address = resolve(picture.url);
  const { credit, alt, caption } = picture;
  const words = {
    ...given('alt', alt),
    ...given('caption', caption),
    ...given('credit', credit),
  };
  // Reported, because no other place in the file holds them.
  const lost = [alt, caption].filter((text) => text !== undefined).map((text) => `"${text}"`);
  const told =
    credit !== undefined || lost.length === 0 ? '' : `; left out: ${lost.join(', ')}`;
  if (!bag.isWanted || address === undefined) {
    say(
      'picture',
      `${address ?? picture.url} is the entry's picture; it is not brought along${told}`,
      'certain',
    );
    return credit === undefined ? undefined : words;
  }
  if (credit === undefined) {
    say(
      'picture',
      `${address} has no credit, so that it is not brought along${told}`,
      'likely',
    );
    return undefined;
  }
  const file = bag.bring(address);
  return { ...given('file', file), ...words };
}

/** The text in one line, without markup, for comparisons and proposals. */
export function textOfEntry(text: FeedText): string {
  if (text.form === 'text') return text.value.replace(/\s+/gu, ' ').trim();
  const once = looksLikeHtml(text.value) ? text.value : plainText(text.value);
  return textOfHtml(once.replace(/<!--.*?-->/gsu, ''));
}
