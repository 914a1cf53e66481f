import type { Element } from 'hast';
import type { Chart, ChartStyle } from './chart.ts';
import { drawBars } from './draw-bars.ts';
import { drawColumns, fitsColumns } from './draw-columns.ts';
import { drawLegend } from './draw-legend.ts';
import { drawLines } from './draw-lines.ts';
import type { Drawing, Drawn } from './drawing.ts';
import { createNumberFormat, isLongUnit } from './number-format.ts';
import { label, svg } from './svg.ts';

/**
 * Draws a chart as SVG that is as wide as its place. Positions across are parts of the width, so
 * that text keeps its size; positions down are pixels. Colours come from style sheets, by the
 * classes `s0` to `s5`.
 */
export function drawChart(chart: Chart, style: ChartStyle): Element {
  const format = createNumberFormat(chart, style.language);
  const legend = drawLegend(chart, style);
  const unit = isLongUnit(chart.unit) ? chart.unit : undefined;
  const top = legend.bottom + (unit === undefined ? 0 : 20);
  const drawing: Drawing = { chart, style, format, top };
  const { elements, bottom, gutter = 0 } = draw(drawing);
  const step = Math.ceil(gutter / gutterStep);
  const start = style.direction === 'rtl' ? '100%' : '0%';
  const toEdge = style.direction === 'rtl' ? step * gutterStep : -step * gutterStep;
  const unitLabel =
    unit === undefined
      ? undefined
      : label(unit, { x: start, y: legend.bottom + 12, dx: toEdge }, 'start', 'quiet');
  return svg(
    'svg',
    {
      className: ['chart', ...(step > 0 ? [`gutter-${Math.min(step, mostGutters)}`] : [])],
      role: 'img',
      ariaLabel: style.label,
      // Positions are for this direction, also if a word is in another language.
      direction: style.direction,
      width: '100%',
      height: Math.ceil(bottom),
    },
    [
      ...(legend.elements.length > 0
        ? [svg('svg', { x: start, overflow: 'visible' }, shifted(legend.elements, toEdge))]
        : []),
      unitLabel,
      ...elements,
    ],
  );
}

/** The classes `gutter-1` to `gutter-8` of `charts.css` leave so many pixels each beside the axis. */
const gutterStep = 10;
const mostGutters = 8;

function shifted(elements: readonly Element[], by: number): Element[] {
  if (by === 0) return [...elements];
  return [svg('g', { transform: `translate(${by})` }, [...elements])];
}

function draw(drawing: Drawing): Drawn {
  const { chart } = drawing;
  if (chart.type === 'line' || chart.type === 'area') return drawLines(drawing);
  // Names that do not fit below columns are readable beside bars.
  const isColumn = chart.type === 'column' && fitsColumns(drawing);
  return isColumn ? drawColumns(drawing) : drawBars(drawing);
}
