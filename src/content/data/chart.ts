import type { Grain } from './read-dates.ts';

export const chartTypes = ['line', 'area', 'column', 'bar'] as const;

export type ChartType = (typeof chartTypes)[number];

/** The most columns that one chart shows: more colours cannot be told apart. */
export const mostSeries = 6;

/** The most bars, and the most points of a line. */
export const mostNames = 100;

/** What a chart shows, in the order in which it is drawn. */
export interface Chart {
  readonly type: ChartType;
  /** Whether the values of a name are put on top of each other. */
  readonly stacked: boolean;
  readonly axis: ChartAxis;
  readonly points: readonly ChartPoint[];
  readonly series: readonly ChartSeries[];
  /** Printed after each value (`%`, `km`), or before it if it is a currency of such a language. */
  readonly unit?: string;
  /** The most decimals of a value. */
  readonly decimals: number;
}

/** `name`: points are beside each other at equal distances. */
export type ChartAxis =
  | { readonly kind: 'date'; readonly grain: Grain }
  | { readonly kind: 'number' }
  | { readonly kind: 'name' };

export interface ChartPoint {
  readonly label: string;
  /** A date in milliseconds since 1970, or a number; for names, the position. */
  readonly at: number;
}

export interface ChartSeries {
  readonly name: string;
  /** One for each point; undefined for a point without a value. */
  readonly values: readonly (number | undefined)[];
}

/** How a chart is printed. */
export interface ChartStyle {
  /** A BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What a screen reader says. */
  readonly label: string;
}
