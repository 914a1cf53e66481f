import {
  createNewsDate,
  isBefore,
  parseWrittenDate,
  toMachineDate,
} from '../../language/news-date.ts';
import { findDate } from '../dates/find-date.ts';
import { parseForeignDate } from '../dates/parse-foreign-date.ts';
import { translateDate } from '../dates/translate-date.ts';
import type { Note } from '../draft.ts';
import { type Fact, noteChoice } from './fact.ts';

/** Context for reading a page's dates. */
interface DateContext {
  /** Zone of times without an offset. */
  readonly timeZone: string;
  /** Language of the page. */
  readonly lang?: string | undefined;
  /** URL of the page, which may contain a date. */
  readonly address?: string | undefined;
  /** The --date option, for pages without a date. */
  readonly given?: string | undefined;
}

/** Chooses the first readable date. Notes contradicting facts. */
export function chooseDate(
  facts: readonly Fact[],
  field: 'date' | 'updated',
  { timeZone, lang, address, given }: DateContext,
  notes: Note[],
): string | undefined {
  let chosen: { date: string; fact: Fact } | undefined;
  for (const fact of facts) {
    const at = { line: fact.line };
    const date = readPageDate(fact.value, timeZone, lang);
    if (date === undefined) {
      // An unreadable time below the headline is not worth a note once the date is known.
      if (fact.visible && chosen) continue;
      const message = `${fact.from} ${JSON.stringify(fact.value.slice(0, 80))} is not a readable date`;
      notes.push({ ...at, field, message, certainty: 'doubtful' });
    } else if (chosen === undefined) {
      chosen = { date, fact };
      const isSure = !fact.visible && date === readPageDate(fact.value, timeZone);
      notes.push(noteChoice(field, fact, isSure ? 'certain' : 'likely', date));
    } else if (!fact.visible && !agree(date, chosen.date)) {
      const certainty = date.slice(0, 10) === chosen.date.slice(0, 10) ? 'likely' : 'doubtful';
      notes.push({ ...at, field, message: `${fact.from} says ${date} instead`, certainty });
    }
  }
  if (chosen) return chosen.date;
  if (field === 'updated') return undefined;
  const inAddress = /\/(\d{4})[/-](\d\d?)[/-](\d\d?)(?:\/|-|$)/u.exec(address ?? '');
  const date = inAddress && readPageDate(inAddress.slice(1).join('/'), timeZone);
  const message = date
    ? `${date}, from the URL: the page has no date`
    : 'missing: the page has no date';
  if (date || given === undefined) notes.push({ field, message, certainty: 'doubtful' });
  return date ?? undefined;
}

/** Whether two dates are compatible. */
function agree(one: string, other: string): boolean {
  if (one.length === 10 || other.length === 10) return one.slice(0, 10) === other.slice(0, 10);
  return Date.parse(one) === Date.parse(other);
}

/** Chooses the date of the last update, unless it is the publication date or earlier. */
export function chooseUpdated(
  facts: readonly Fact[],
  date: string | undefined,
  context: Pick<DateContext, 'timeZone' | 'lang'>,
  notes: Note[],
): string | undefined {
  const own: Note[] = [];
  const updated = chooseDate(facts, 'updated', context, own);
  if (updated === undefined || date === undefined || agree(updated, date)) {
    notes.push(...own.filter(({ certainty }) => certainty === 'doubtful'));
    return undefined;
  }
  const [later, earlier] = [updated, date].map((text) => {
    const written = parseWrittenDate(text);
    return written && createNewsDate(written, context.timeZone);
  });
  if (later && earlier && isBefore(later, earlier, context.timeZone)) {
    const message = `${updated} dropped: it is before the publication date`;
    notes.push({ field: 'updated', message, certainty: 'doubtful' });
    return undefined;
  }
  notes.push(...own);
  return updated;
}

/** Words before a visible date, and separators after it. */
const lead = /^(?:(?:first )?(?:published|posted|updated|modified)(?: (?:on|at))?:? )/iu;
const mark = /\s(?:[|•·–—]|-\s).*$/u;

/**
 * Parses a date as pages write it, in any interface language, to a front matter form; otherwise
 * undefined. A time without an offset is in `timeZone`; an unreadable time is ignored. Seconds
 * and milliseconds since 1970 are instants. `lang`, the page's language, decides whether
 * `05.03.2024` begins with the day.
 */
export function readPageDate(
  written: string,
  timeZone: string,
  lang?: string,
): string | undefined {
  const line = written.trim().replace(/\s+/gu, ' ').slice(0, 200);
  const text = translateDate(fromEpoch(line) ?? line, lang).replace(lead, '');
  const forms = [text, text.replace(mark, ''), /^.*?\b\d{4}\b/u.exec(text)?.[0] ?? ''];
  for (const form of forms) {
    const date = parseForeignDate(form);
    if (date && date.unknownZone === undefined)
      return toMachineDate(createNewsDate(date, timeZone));
  }
  return findDate(text, timeZone)?.date;
}

function fromEpoch(text: string): string | undefined {
  if (!/^1\d{9}(?:\d{3})?$/u.test(text)) return undefined;
  return new Date(Number(text.padEnd(13, '0'))).toISOString();
}
