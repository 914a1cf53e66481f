import { ticks } from 'd3-array';
import { utcTicks } from 'd3-time';
import type { Chart, ChartPoint } from './chart.ts';
import { widthOf } from './svg.ts';

/** A text below a chart, and the place on its axis. */
export interface PointLabel {
  readonly text: string;
  readonly at: number;
}

const mostLabels = 5;

/**
 * Chooses the texts below a line: round dates or numbers, or names as far as they fit into the
 * width of the drawing on a phone.
 */
export function chooseLabels(
  { axis, points }: Pick<Chart, 'axis' | 'points'>,
  language: string,
  width: number,
): PointLabel[] {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  if (axis.kind === 'number' && points.length > mostLabels) {
    const format = new Intl.NumberFormat([language, 'en'], { numberingSystem: 'latn' });
    return ticks(first, last, 4).map((at) => ({ at, text: format.format(at) }));
  }
  if (axis.kind === 'date' && axis.grain !== 'quarter' && points.length > mostLabels) {
    const dates = thin(utcTicks(new Date(first), new Date(last), 4), mostLabels);
    const formatDate = dateFormat(dates, language);
    return dates.map((date) => ({ at: date.getTime(), text: formatDate(date) }));
  }
  const named = points.map((point) => ({
    at: point.at,
    text: labelOf(point, axis, language),
  }));
  const widest = Math.max(...named.map(({ text }) => widthOf(text)));
  return thin(named, Math.max(2, Math.floor(width / (widest + 10))));
}

/** The text of one point: a date in the words of the language, anything else as written. */
export function labelOf(
  { at, label }: ChartPoint,
  axis: Chart['axis'],
  language: string,
): string {
  if (axis.kind !== 'date' || axis.grain === 'year' || axis.grain === 'quarter') return label;
  return format(new Date(at), language, axis.grain === 'day' ? 'day' : 'month', true);
}

/** Every second, third … of a list, from the first on. */
function thin<T>(all: readonly T[], most: number): T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, index) => index % step === 0);
}

function dateFormat(dates: readonly Date[], language: string): (date: Date) => string {
  if (dates.every((date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1))
    return (date) => String(date.getUTCFullYear());
  const isMonth = dates.every((date) => date.getUTCDate() === 1);
  return (date) => format(date, language, isMonth ? 'month' : 'day', isMonth);
}

function format(
  date: Date,
  language: string,
  part: 'month' | 'day',
  withYear: boolean,
): string {
  return new Intl.DateTimeFormat([language, 'en'], {
    ...{ timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', month: 'short' },
    ...(part === 'day' && { day: 'numeric' }),
    ...(withYear && { year: 'numeric' }),
  }).format(date);
}
