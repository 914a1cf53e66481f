import {
  type DecimalSign,
  decimalsOf,
  findDecimalSign,
  isMissing,
  parseNumber,
} from './read-number.ts';

/** A table of text, as a file or an article has it. */
export interface DataTable {
  readonly head: readonly string[];
  readonly rows: readonly DataRow[];
  /** Counts where the numbers themselves do not say which sign begins their decimals. */
  readonly fallback: DecimalSign;
}

export interface DataRow {
  /** The line of the file, from 1. */
  readonly line: number;
  /** As many as the head has. */
  readonly cells: readonly string[];
}

/** The part of a column that is not text: a number for each row, undefined where there is none. */
export interface NumberColumn {
  readonly values: readonly (number | undefined)[];
  /** The most decimals of a value. */
  readonly decimals: number;
}

/** What the cells of a table mean. */
export interface TableMeaning {
  readonly decimal: DecimalSign;
  /** One for each column; undefined for a column of text. */
  readonly columns: readonly (NumberColumn | undefined)[];
  /** Whether the first column names the rows. */
  readonly hasRowHeads: boolean;
}

/** Finds the columns of numbers, and whether the first column names the rows. */
export function readMeaning({
  head,
  rows,
  fallback,
}: Pick<DataTable, 'head' | 'fallback'> & {
  readonly rows: readonly Pick<DataRow, 'cells'>[];
}): TableMeaning {
  const decimal = findDecimalSign(
    rows.flatMap(({ cells }) => cells),
    fallback,
  );
  const columns = head.map((_, index) => {
    const cells = rows.map(({ cells }) => cells[index] ?? '');
    return numbersOf(cells, decimal);
  });
  const first = rows.map(({ cells }) => (cells[0] ?? '').trim());
  const isName = first.every((text) => text !== '') && new Set(first).size === first.length;
  const hasNumbers = columns.slice(1).some((column) => column !== undefined);
  return { decimal, columns, hasRowHeads: isName && hasNumbers };
}

function numbersOf(cells: readonly string[], decimal: DecimalSign): NumberColumn | undefined {
  const values = cells.map((cell) => parseNumber(cell, decimal));
  const isNumeric =
    values.some((value) => value !== undefined) &&
    values.every((value, index) => value !== undefined || isMissing(cells[index] ?? ''));
  if (!isNumeric) return undefined;
  const decimals = Math.max(...cells.map((cell) => decimalsOf(cell, decimal)));
  return { values, decimals };
}
