import type { Element } from 'hast';
import type { Chart, ChartStyle } from './chart.ts';
import { label, narrowWidth, svg, widthOf, wrap } from './svg.ts';

const lineHeight = 20;
const keyWidth = 20;

/**
 * Draws the names of the series beside their colours, in lines that fit on a phone. In a chart of
 * one series there is none: its caption says what it shows.
 */
export function drawLegend(
  { series, type }: Chart,
  { direction }: ChartStyle,
): { readonly elements: Element[]; readonly bottom: number } {
  if (series.length < 2) return { elements: [], bottom: 0 };
  const sign = direction === 'rtl' ? -1 : 1;
  const elements: Element[] = [];
  let [x, y] = [0, 0];
  for (const [index, { name }] of series.entries()) {
    const lines = wrap(name, narrowWidth - keyWidth - 10);
    const width = keyWidth + Math.max(0, ...lines.map(widthOf)) + 14;
    if (x > 0 && x + width > narrowWidth) {
      x = 0;
      y += lineHeight;
    }
    elements.push(key(type === 'line', index, sign * x, y, sign));
    for (const [line, text] of lines.entries())
      elements.push(
        label(text, { x: sign * (x + keyWidth), y: y + 12 + line * lineHeight * 0.75 }),
      );
    x += width;
    if (lines.length > 1) {
      x = 0;
      y += lineHeight + (lines.length - 1) * lineHeight * 0.75;
    }
  }
  return { elements, bottom: y + (x > 0 ? lineHeight : 0) + 8 };
}

function key(isLine: boolean, series: number, x: number, y: number, sign: number): Element {
  const className = [`s${series}`];
  return isLine
    ? svg('line', { className, x1: x, x2: x + sign * 15, y1: y + 8, y2: y + 8 })
    : svg('rect', { className, x: sign < 0 ? x - 12 : x, y: y + 2, width: 12, height: 12 });
}
