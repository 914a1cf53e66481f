import { quote } from '../../system/problems/format-problem.ts';
import { nearestName } from '../../system/problems/nearest-name.ts';
import { wrongValue } from '../../system/problems/problem.ts';
import {
  type Chart,
  type ChartAxis,
  type ChartPoint,
  type ChartSeries,
  type ChartType,
  mostNames,
  mostSeries,
} from './chart.ts';
import { type DataTable, readMeaning, type TableMeaning } from './data-table.ts';
import { type Grain, readDates } from './read-dates.ts';
import { isMissing, parseNumber } from './read-number.ts';

/** What an article asks for. */
export interface ChartRequest {
  readonly type?: ChartType;
  /** Names of columns to show. Default: all columns of numbers but the first. */
  readonly columns?: readonly string[];
  readonly stacked: boolean;
  readonly unit?: string;
}

/** A fault of the data file, or of what the article asks for if it has no line. */
export interface ChartFault {
  /** The line of the data file. */
  readonly line?: number;
  readonly message: string;
  readonly cure: string;
}

export type CreatedChart = { readonly chart: Chart } | { readonly fault: ChartFault };

/**
 * Creates a chart of a table: its first column has the names, dates or numbers of the axis, every
 * other column of numbers is a series.
 */
export function createChart(table: DataTable, request: ChartRequest): CreatedChart {
  const meaning = readMeaning(table);
  const chosen = chooseColumns(table, meaning, request);
  if ('fault' in chosen) return chosen;
  const { indexes } = chosen;
  const { axis, points, order } = readAxis(table, meaning);
  const type = request.type ?? defaultType(axis, points.length);
  const isOrdered = axis.kind !== 'name';
  const again = points.findIndex((point, index) => point.at === points[index - 1]?.at);
  if (isOrdered && again > 0) {
    const row = table.rows[order[again] ?? 0];
    const message = wrongValue('each date once', quote(row?.cells[0] ?? ''));
    return { fault: { line: row?.line ?? 1, message, cure: 'remove one of the two rows' } };
  }
  const tooMany = type === 'line' || type === 'area' ? 1000 : mostNames;
  if (points.length > tooMany) {
    const message = wrongValue(
      `at most ${tooMany} rows for ${type} charts`,
      `${points.length}`,
    );
    const cure = isOrdered
      ? 'write `type=line`'
      : 'remove rows, or write `::table` in place of `::chart`';
    return { fault: { line: table.rows[tooMany]?.line ?? 1, message, cure } };
  }
  const series: ChartSeries[] = indexes.map((index) => ({
    name: table.head[index] ?? '',
    values: order.map((row) => meaning.columns[index]?.values[row]),
  }));
  const decimals = Math.max(...indexes.map((index) => meaning.columns[index]?.decimals ?? 0));
  const stacked = series.length > 1 && (request.stacked || type === 'area');
  if (type === 'area' && stacked) {
    const negative = series.find(({ values }) => values.some((value = 0) => value < 0));
    if (negative) {
      const message = wrongValue('no values below zero in an area chart', quote(negative.name));
      return { fault: { message, cure: 'write `type=line`' } };
    }
  }
  if (type === 'area' && stacked) {
    const gap = order.find((_, index) =>
      series.some(({ values }) => values[index] === undefined),
    );
    if (gap !== undefined) {
      const message = wrongValue('a number for each column in an area chart', 'none');
      const cure = 'complete the row, or write `type=line`, which shows the gap';
      return { fault: { line: table.rows[gap]?.line ?? 1, message, cure } };
    }
  }
  return {
    chart: {
      ...{ type, stacked, axis, points, series, decimals: Math.min(decimals, 3) },
      ...(request.unit !== undefined && { unit: request.unit }),
    },
  };
}

function defaultType(axis: ChartAxis, count: number): ChartType {
  if (axis.kind === 'name') return 'bar';
  return count > 3 ? 'line' : 'column';
}

function chooseColumns(
  { head, rows }: DataTable,
  { columns, decimal }: TableMeaning,
  { columns: asked }: ChartRequest,
): { indexes: number[] } | { fault: ChartFault } {
  const [top] = rows;
  if (head.length < 2) {
    const message = wrongValue('a column of names and one of numbers', 'one column');
    return { fault: { line: 1, message, cure: 'add a column of numbers' } };
  }
  const named = asked ?? head.slice(1);
  const indexes: number[] = [];
  for (const name of named) {
    const index = head.indexOf(name, 1);
    if (index < 0) {
      const near = nearestName(name, head.slice(1));
      const message = wrongValue('the name of a column', quote(name));
      const cure =
        near === undefined
          ? `write one of ${head.slice(1).join(', ')}`
          : `did you mean ${quote(near)}?`;
      return { fault: { message, cure } };
    }
    if (head.indexOf(name, index + 1) > 0) {
      const message = wrongValue('a different name for each column', quote(name));
      return { fault: { line: 1, message, cure: 'name the columns apart' } };
    }
    if (columns[index] !== undefined) {
      indexes.push(index);
      continue;
    }
    const bad = rows.filter(({ cells }) => {
      const cell = cells[index] ?? '';
      return !isMissing(cell) && parseNumber(cell, decimal) === undefined;
    });
    // A column of words is left to the table, a wrong number is not.
    const numbers = rows.filter(
      ({ cells }) => parseNumber(cells[index] ?? '', decimal) !== undefined,
    );
    const isText = bad.length > numbers.length || bad.length === 0;
    const [first] = bad;
    if (first && (asked || !isText)) return { fault: notNumber(name, first, index) };
  }
  if (indexes.length === 0 && top) return { fault: notNumber(head[1] ?? '', top, 1) };
  if (indexes.length > mostSeries) {
    const message = wrongValue(`at most ${mostSeries} columns of numbers`, `${indexes.length}`);
    const cure = `choose some with \`columns="${named.slice(0, 2).join(', ')}"\``;
    return { fault: { message, cure } };
  }
  return { indexes };
}

function notNumber(
  name: string,
  { line, cells }: DataTable['rows'][number],
  index: number,
): ChartFault {
  const message = wrongValue(
    `a number in the column ${quote(name)}`,
    quote(cells[index] ?? ''),
  );
  return { line, message, cure: 'write a number, or leave the cell empty if there is none' };
}

/** Sorts dates and numbers; the rows may be in any order. */
function readAxis(
  { rows }: DataTable,
  { columns }: TableMeaning,
): { axis: ChartAxis; points: ChartPoint[]; order: number[] } {
  const names = rows.map(({ cells }) => cells[0] ?? '');
  const dates = readDates(names);
  const numbers = columns[0]?.values;
  const places =
    dates?.times ?? (numbers?.every((value) => value !== undefined) ? numbers : undefined);
  const all = names.map((label, index) => ({ label, at: places?.[index] ?? index, index }));
  const sorted = places === undefined ? all : all.toSorted((a, b) => a.at - b.at);
  return {
    axis: toAxis(dates?.grain, places !== undefined),
    points: sorted.map(({ label, at }) => ({ label, at })),
    order: sorted.map(({ index }) => index),
  };
}

function toAxis(grain: Grain | undefined, isPlaced: boolean): ChartAxis {
  if (grain !== undefined) return { kind: 'date', grain };
  return { kind: isPlaced ? 'number' : 'name' };
}
