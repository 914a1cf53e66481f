import { area, line, stack } from 'd3-shape';
import type { Element } from 'hast';
import type { Drawing, Drawn } from './drawing.ts';
import { chooseLabels } from './point-labels.ts';
import { type Anchor, acrossIn, label, narrowWidth, round, svg } from './svg.ts';
import { drawValueAxis } from './value-axis.ts';

const height = 240;

/** The coordinates of a drawing that is stretched to the width of its place. */
const units = 1000;

/** Draws lines, or areas on top of each other. A value that is missing is a gap. */
export function drawLines(drawing: Drawing): Drawn {
  const { chart, style, top: start } = drawing;
  const { points, series } = chart;
  const [top, bottom] = [start + 12, start + 12 + height];
  const axis = drawValueAxis(drawing, { top, bottom });
  const { y } = axis;
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  /** In percent. A single point is in the middle. */
  const part = (at: number) => (last === first ? 50 : ((at - first) / (last - first)) * 100);
  const across = acrossIn(style.direction);
  const x = (index: number) => {
    const from = part(points[index]?.at ?? 0) / 100;
    return (style.direction === 'rtl' ? 1 - from : from) * units;
  };
  const shapes = chart.type === 'area' ? areas(drawing, x, y) : lines(drawing, x, y);
  const labels = chooseLabels(chart, style.language, narrowWidth - axis.width).map(
    ({ text, at }) => {
      const place = part(at);
      return label(text, { x: across(place), y: bottom + 20 }, anchorAt(place), 'quiet');
    },
  );
  const plot = svg(
    'svg',
    {
      ...{
        className: [chart.type === 'area' ? 'areas' : 'lines'],
        width: '100%',
        height: round(bottom),
      },
      ...{ viewBox: `0 0 ${units} ${round(bottom)}`, preserveAspectRatio: 'none' },
    },
    shapes,
  );
  const dots = series.flatMap(({ values }, own) =>
    chart.type === 'area'
      ? []
      : values.flatMap((value, index) =>
          value !== undefined && isAlone(values, index)
            ? [dot(own, across(part(points[index]?.at ?? 0)), y(value))]
            : [],
        ),
  );
  return {
    elements: [...axis.elements, plot, ...dots, ...labels],
    bottom: bottom + 28,
    gutter: axis.width,
  };
}

/** Text at an edge stays inside the drawing. */
function anchorAt(place: number): Anchor {
  if (place < 8) return 'start';
  return place > 92 ? 'end' : 'middle';
}

/** No line is drawn to a point whose neighbours have no value. The last point is marked too. */
function isAlone(values: readonly (number | undefined)[], index: number): boolean {
  const isLast = values.findLastIndex((value) => value !== undefined) === index;
  return isLast || (values[index - 1] === undefined && values[index + 1] === undefined);
}

function dot(series: number, cx: string, cy: number): Element {
  return svg('circle', { className: [`s${series}`], cx, cy: round(cy), r: 3.5 });
}

type Place = (value: number) => number;

function lines({ chart }: Drawing, x: Place, y: Place): Element[] {
  return chart.series.map(({ values }, own) => {
    const path = line<number | undefined>()
      .defined((value) => value !== undefined)
      .x((_, index) => x(index))
      .y((value = 0) => y(value))
      .digits(2);
    return shape(own, path(values));
  });
}

function areas({ chart }: Drawing, x: Place, y: Place): Element[] {
  const { points, series, stacked } = chart;
  if (!stacked) {
    const path = area<number | undefined>()
      .defined((value) => value !== undefined)
      .x((_, index) => x(index))
      .y0(y(0))
      .y1((value = 0) => y(value))
      .digits(2);
    return series.map(({ values }, own) => shape(own, path(values)));
  }
  const sums = stack<number, number>()
    .keys([...series.keys()])
    .value((index, own) => series[own]?.values[index] ?? 0)([...points.keys()]);
  const path = area<readonly [number, number]>()
    .x((_, index) => x(index))
    .y0(([from]) => y(from))
    .y1(([, to]) => y(to))
    .digits(2);
  return sums.map((layer, own) => shape(own, path(layer.map(([from, to]) => [from, to]))));
}

function shape(series: number, d: string | null): Element {
  return svg('path', {
    className: [`s${series}`],
    d: d ?? '',
    vectorEffect: 'non-scaling-stroke',
  });
}
