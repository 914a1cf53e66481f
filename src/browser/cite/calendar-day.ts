/** English names of the months, for citation styles. */
export const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const;

/** The calendar date of a machine-readable date, as written, in no other zone; else undefined. */
export function dayOf(date: string | null | undefined): string | undefined {
  const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/.exec(date ?? '');
  return day?.[0];
}

/** The calendar date of an instant in the reader's time zone. */
export function localDay(instant: Date): string {
  const pad = (part: number, width: number) => `${part}`.padStart(width, '0');
  return [
    pad(instant.getFullYear(), 4),
    pad(instant.getMonth() + 1, 2),
    pad(instant.getDate(), 2),
  ].join('-');
}

/** Year, month (1 to 12) and day of `2026-01-06`. */
export function partsOfDay(day: string): readonly [year: number, month: number, day: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** `January 6, 2026`. */
export function formatEnglishDay(day: string): string {
  const [year, month, date] = partsOfDay(day);
  return `${monthNames[month - 1]} ${date}, ${year}`;
}
