import type { Chart } from './chart.ts';

/** Numbers as the axis and the values of a chart print them. */
export interface NumberFormat {
  readonly axis: (value: number) => string;
  readonly value: (value: number) => string;
}

/** From here on an axis prints `100K`, `10만`. */
const compactFrom = 100_000;

/** Languages that put the sign of a currency before the number. */
const currencyFirst = /^(?:en|ja|ko|zh)\b/iu;

/** The longest unit that is printed at each value. */
const shortUnit = 3;

/** Formats numbers by the rules of a language, with the digits 0 to 9 as in dates. */
export function createNumberFormat(
  { unit, decimals, series }: Pick<Chart, 'unit' | 'decimals' | 'series'>,
  language: string,
): NumberFormat {
  const locales = [language, 'en'];
  const digits = { numberingSystem: 'latn' } as const;
  const exact = new Intl.NumberFormat(locales, { ...digits, maximumFractionDigits: decimals });
  const most = Math.max(
    ...series.flatMap(({ values }) => values.map((value = 0) => Math.abs(value))),
  );
  const round = new Intl.NumberFormat(locales, {
    ...digits,
    ...(most >= compactFrom ? { notation: 'compact' } : {}),
    maximumFractionDigits: most >= 10 && most < compactFrom ? Math.min(decimals, 1) : 3,
  });
  const withUnit = (text: string) => addUnit(text, unit, language);
  return {
    axis: (value) => withUnit(round.format(value)),
    value: (value) => withUnit(exact.format(value)),
  };
}

/** Whether a unit is too long to be printed at each value; it is then above the chart. */
export function isLongUnit(unit: string | undefined): boolean {
  return unit !== undefined && [...unit].length > shortUnit;
}

function addUnit(text: string, unit: string | undefined, language: string): string {
  if (unit === undefined || isLongUnit(unit)) return text;
  if (/^\p{Sc}$/u.test(unit) && currencyFirst.test(language))
    return text.replace(/^(?<sign>[-−]?)/u, `$<sign>${unit.replace('$', '$$$$')}`);
  const space = /^(?:%|°)/u.test(unit) && !/^(?:de|fr|es)\b/iu.test(language) ? '' : '\u00a0';
  return `${text}${space}${unit}`;
}
