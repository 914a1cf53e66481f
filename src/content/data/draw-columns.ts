import type { Element } from 'hast';
import type { Drawing, Drawn } from './drawing.ts';
import { chooseLabels, labelOf } from './point-labels.ts';
import { acrossIn, bar, label, narrowWidth, widthOf } from './svg.ts';
import { drawValueAxis } from './value-axis.ts';

const height = 240;

/** The part of a place that its columns take. */
const filled = 0.76;

/** The most that the columns of one name take, in percent. */
const widestPlace = 24;

/** The room that numbers of an axis leave on a phone, in pixels. */
const room = narrowWidth - 50;

/** Whether names fit below the columns. Dates and numbers need not all be printed. */
export function fitsColumns({ chart, style }: Pick<Drawing, 'chart' | 'style'>): boolean {
  const { points, axis } = chart;
  if (axis.kind !== 'name') return true;
  return points.every(
    (point) => widthOf(labelOf(point, axis, style.language)) <= room / points.length - 4,
  );
}

/** Draws columns, beside each other or on top of each other, above or below zero. */
export function drawColumns(drawing: Drawing): Drawn {
  const { chart, style, format, top: start } = drawing;
  const { points, series, stacked } = chart;
  const [top, bottom] = [start + 18, start + 18 + height];
  const { y, elements, width } = drawValueAxis(drawing, { top, bottom });
  const across = acrossIn(style.direction);
  const place = 100 / points.length;
  const count = stacked ? 1 : series.length;
  // A few columns are not as wide as the drawing.
  const own = Math.min(place * filled, widestPlace) / count;
  const columns: Element[] = [];
  const values: Element[] = [];
  const widest = Math.max(
    ...series.flatMap((one) => one.values.map((value) => widthOf(valueText(value)))),
  );
  const isPrinted = !stacked && widest <= (room * own) / 100 + 4;
  for (const index of points.keys()) {
    const sums = { up: 0, down: 0 };
    for (const [at, { values: all }] of series.entries()) {
      const value = all[index];
      if (value === undefined) continue;
      const side = value < 0 ? 'down' : 'up';
      const base = stacked ? sums[side] : 0;
      sums[side] += value;
      const from = (index + 0.5) * place - (own * count) / 2 + (stacked ? 0 : at * own);
      const [one, other] = [y(base), y(base + value)];
      const box = { y: Math.min(one, other), height: Math.abs(one - other) };
      const gap = count > 1 ? own * 0.06 : 0;
      columns.push(
        bar({ from: from + gap, to: from + own - gap, ...box, series: at }, style.direction),
      );
      if (isPrinted) {
        const text = { x: across(from + own / 2), y: value < 0 ? other + 15 : other - 5 };
        values.push(label(valueText(value), text, 'middle'));
      }
    }
  }
  const positions = new Map(points.map(({ at }, index) => [at, (index + 0.5) * place]));
  const labels = labelsOf(drawing).flatMap(({ text, at }) => {
    const position = positions.get(at);
    return position === undefined
      ? []
      : [label(text, { x: across(position), y: bottom + 20 }, 'middle', 'quiet')];
  });
  const axis = isPrinted ? elements.filter(({ tagName }) => tagName === 'line') : elements;
  return {
    elements: [...axis, ...columns, ...values, ...labels],
    bottom: bottom + 28,
    ...(!isPrinted && { gutter: width }),
  };

  function valueText(value: number | undefined): string {
    return value === undefined ? '' : format.value(value);
  }
}

/** Only points have columns: a round date between them has no place. */
function labelsOf({ chart, style }: Drawing) {
  const { points, axis } = chart;
  const own = points.map((point) => ({
    at: point.at,
    text: labelOf(point, axis, style.language),
  }));
  const widest = Math.max(...own.map(({ text }) => widthOf(text)));
  if (widest <= room / points.length - 4) return own;
  const rounded = chooseLabels(chart, style.language, room);
  const known = new Set(points.map(({ at }) => at));
  const placed = rounded.filter(({ at }) => known.has(at));
  if (placed.length > 1) return placed;
  const step = Math.ceil((points.length * (widest + 8)) / room);
  return own.filter((_, index) => index % step === 0);
}
