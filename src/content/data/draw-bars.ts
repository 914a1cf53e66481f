import type { Element } from 'hast';
import type { Drawing, Drawn } from './drawing.ts';
import { labelOf } from './point-labels.ts';
import { acrossIn, bar, label, narrowWidth, svg, widthOf, wrap } from './svg.ts';
import { rangeOf } from './value-axis.ts';

const lineHeight = 16;
const thickness = 18;
const gap = 12;

/** Draws bars along the lines of text, each name above its bars, each value at the end of one. */
export function drawBars(drawing: Drawing): Drawn {
  const { chart, style, format, top } = drawing;
  const { points, series, stacked, axis } = chart;
  const across = acrossIn(style.direction);
  const sign = style.direction === 'rtl' ? -1 : 1;
  const [low, high] = rangeOf(chart);
  const [from, to] = [Math.min(0, low), Math.max(0, high)];
  const span = to - from || 1;
  const widest = Math.max(
    ...series.flatMap(({ values }) =>
      values.map((value) => (value === undefined ? 0 : widthOf(format.value(value)))),
    ),
  );
  // In percent: room for the values beside the longest bars.
  const margin = stacked ? 0 : Math.min(40, ((widest + 8) / narrowWidth) * 100);
  const start = low < 0 ? margin : 0;
  const end = high > 0 ? 100 - margin : 100;
  const x = (value: number) => start + ((value - from) / span) * (end - start);
  const elements: Element[] = [];
  let y = top;
  for (const [index, point] of points.entries()) {
    for (const text of wrap(labelOf(point, axis, style.language), narrowWidth)) {
      elements.push(label(text, { x: across(0), y: y + 12 }));
      y += lineHeight;
    }
    const sums = { up: 0, down: 0 };
    for (const [own, { values }] of series.entries()) {
      const value = values[index];
      if (value !== undefined) {
        const side = value < 0 ? 'down' : 'up';
        const base = stacked ? sums[side] : 0;
        sums[side] += value;
        const place = { from: x(base), to: x(base + value), y, height: thickness };
        elements.push(bar({ ...place, series: own }, style.direction));
        const isLeft = value < 0;
        const at = { x: across(x(value)), y: y + 13.5, dx: sign * (isLeft ? -5 : 5) };
        if (!stacked) elements.push(label(format.value(value), at, isLeft ? 'end' : 'start'));
      } else if (!stacked)
        elements.push(label('–', { x: across(x(0)), y: y + 13.5, dx: sign * 5 }));
      if (!stacked) y += thickness + 2;
    }
    if (stacked) y += thickness + 2;
    y += gap;
  }
  if (low < 0) {
    const place = across(x(0));
    const line = { className: ['zero'], x1: place, x2: place, y1: top, y2: y - gap };
    elements.push(svg('line', line));
  }
  return { elements, bottom: y - gap + 4 };
}
