import type { Element } from 'hast';
import type { Chart, ChartStyle } from './chart.ts';
import type { NumberFormat } from './number-format.ts';

/** What the parts of a drawing share. */
export interface Drawing {
  readonly chart: Chart;
  readonly style: ChartStyle;
  readonly format: NumberFormat;
  /** Where the drawing begins, below the legend, in pixels. */
  readonly top: number;
}

export interface Drawn {
  readonly elements: readonly Element[];
  /** Where the drawing ends, in pixels. */
  readonly bottom: number;
  /** The widest text beside the axis, in pixels; absent where there is none. */
  readonly gutter?: number;
}
