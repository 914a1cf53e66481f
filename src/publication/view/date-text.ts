import { formatDay, formatInstant } from '../../language/format-date.ts';
import { type NewsDate, toMachineDate } from '../../language/news-date.ts';

/** A date as `<time>` prints it. */
export interface DateText {
  readonly machine: string;
  readonly text: string;
}

/**
 * A date in an edition's language. An instant is shown in the publication's time zone, with the
 * name of the zone; a day without a time is shown as it is.
 */
export function toDateText(date: NewsDate, language: string, timeZone: string): DateText {
  const text =
    date.precision === 'day'
      ? formatDay(date.day, language)
      : formatInstant(date.instant, language, timeZone);
  return { machine: toMachineDate(date), text };
}

/** The day as written, without the time: for lists. */
export function toDayText(date: NewsDate, language: string): DateText {
  return { machine: toMachineDate(date), text: formatDay(date.day, language) };
}

/** Whether the date of an update adds anything to the date of publication. */
export function differs(updated: NewsDate, date: NewsDate): boolean {
  if (updated.precision === 'day') return updated.day !== date.day;
  return toMachineDate(updated) !== toMachineDate(date);
}
