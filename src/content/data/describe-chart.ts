import type { Words } from '../../language/words.ts';
import type { Chart } from './chart.ts';
import { createNumberFormat, isLongUnit } from './number-format.ts';
import { labelOf } from './point-labels.ts';

/** The most values of a series that are read out; of a longer one, the first and the last. */
const mostRead = 8;

/**
 * Says in words what a chart shows, for a screen reader: its kind and caption, then the values of
 * each series, or its first and last one.
 */
export function describeChart(
  chart: Chart,
  caption: string,
  { language, words: data }: { readonly language: string; readonly words: Words['data'] },
): string {
  const { axis, points, series, type, unit = '' } = chart;
  const format = createNumberFormat(chart, language);
  const kinds = { line: data.line, area: data.area, column: data.column, bar: data.bar };
  const parts = series.map(({ name, values }) => {
    const known = values.flatMap((value, index) => {
      const point = points[index];
      if (value === undefined || point === undefined) return [];
      return [`${labelOf(point, axis, language)}: ${format.value(value)}`];
    });
    const read = known.length > mostRead ? [known[0], '…', known.at(-1)] : known;
    return `${name}. ${read.join(', ')}`;
  });
  const title = [kinds[type], caption, isLongUnit(unit) ? unit : ''].filter(
    (text) => text !== '',
  );
  return [title.join(': '), ...parts].join('. ').replaceAll(/([.!?。])\.(?= )/gu, '$1');
}
