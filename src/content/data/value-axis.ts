import { nice, ticks } from 'd3-array';
import type { Element } from 'hast';
import type { Chart } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { label, svg, widthOf } from './svg.ts';

/** The scale of values, from the bottom of a drawing to its top. */
export interface ValueAxis {
  readonly y: (value: number) => number;
  readonly elements: readonly Element[];
  /** The widest of its numbers in pixels. */
  readonly width: number;
}

/** The lowest and highest value of a chart, of sums where it is stacked. */
export function rangeOf({ series, points, stacked }: Chart): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const index of points.keys()) {
    const values = series.flatMap(({ values }) => values[index] ?? []);
    const sums = [false, true].map((negative) =>
      values.filter((value) => value < 0 === negative).reduce((sum, value) => sum + value, 0),
    );
    for (const value of stacked ? sums : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

/** Draws lines at round values, each with its number in the gutter. */
export function drawValueAxis(
  { chart, style, format }: Drawing,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): ValueAxis {
  const [low, high] = rangeOf(chart);
  // A line may begin above zero where nearly all of the drawing would be empty.
  const isLine = chart.type === 'line' && low > 0 && low > high / 2;
  const from = isLine ? low : Math.min(0, low);
  const to = Math.max(isLine ? high : 0, high);
  const [start, stop] = from === to ? [from, from + 1] : nice(from, to, 4);
  const values = ticks(start, stop, 4);
  const y = (value: number) => bottom - ((value - start) / (stop - start)) * (bottom - top);
  const isRight = style.direction === 'rtl';
  const numbers = values.map(format.axis);
  const elements = values.flatMap((value, index) => {
    const at = Math.round(y(value)) + 0.5;
    const className = [value === 0 ? 'zero' : 'grid'];
    const text = numbers[index] ?? '';
    const x = isRight ? '100%' : 0;
    return [
      svg('line', { className, x2: '100%', y1: at, y2: at }),
      label(text, { x, y: at + 4, dx: isRight ? 8 : -8 }, 'end', 'quiet'),
    ];
  });
  return { y, elements, width: Math.max(...numbers.map(widthOf)) + 8 };
}
