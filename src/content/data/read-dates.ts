/** How precise the dates of a column are. */
export type Grain = 'year' | 'quarter' | 'month' | 'day';

const forms: readonly [grain: Grain, form: RegExp][] = [
  ['year', /^(?<year>[12]\d{3})\s?[년年]?$/u],
  ['quarter', /^(?<year>[12]\d{3})[- ]?Q(?<quarter>[1-4])$/iu],
  ['month', /^(?<year>[12]\d{3})-(?<month>0[1-9]|1[0-2])$/u],
  ['month', /^(?<year>[12]\d{3})\s?[년年]\s?(?<month>[1-9]|1[0-2])\s?[월月]$/u],
  ['day', /^(?<year>[12]\d{3})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])$/u],
];

/**
 * Reads a column of dates of one form: `2026`, `2026-Q1`, `2026-01`, `2026-01-06`, `2026년`. Gives
 * the start of each in milliseconds since 1970, UTC; undefined if a cell has another form.
 */
export function readDates(
  cells: readonly string[],
): { readonly grain: Grain; readonly times: readonly number[] } | undefined {
  const found = forms.find(([, form]) => form.test(cells[0] ?? ''));
  if (found === undefined) return undefined;
  const [grain, form] = found;
  const times = cells.map((cell) => timeOf(form.exec(cell)?.groups));
  return times.every((time) => time !== undefined) ? { grain, times } : undefined;
}

function timeOf(parts: Record<string, string> | undefined): number | undefined {
  if (parts === undefined) return undefined;
  const { year, quarter, month = '1', day = '1' } = parts;
  const first = quarter === undefined ? Number(month) - 1 : (Number(quarter) - 1) * 3;
  const time = Date.UTC(Number(year), first, Number(day));
  // There is no 30 February.
  return new Date(time).getUTCMonth() === first ? time : undefined;
}
