import { type DataTable, type NumberColumn, readMeaning } from './data-table.ts';
import { decimalsOf } from './read-number.ts';

/** A number without a unit, as a file has it. */
const bareNumber = /^[-−–+]?[\d.,\s'’]+$/u;

/**
 * The cells of a table with its numbers in the form of a language: a file is the same for all
 * translations. Names of rows, numbers with a unit and years stay as written.
 */
export function formatCells(table: DataTable, language: string): string[][] {
  const { columns, decimal, hasRowHeads } = readMeaning(table);
  const isKept = columns.map(
    (column, index) =>
      column === undefined || (index === 0 && hasRowHeads) || isYears(table, column, index),
  );
  return table.rows.map(({ cells }, row) =>
    cells.map((cell, index) => {
      const value = columns[index]?.values[row];
      if (value === undefined || isKept[index] || !bareNumber.test(cell)) return cell;
      return formatNumber(value, Math.min(decimalsOf(cell, decimal), 20), language);
    }),
  );
}

const formats = new Map<string, Intl.NumberFormat>();

function formatNumber(value: number, decimals: number, language: string): string {
  const key = `${language} ${decimals}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat([language, 'en'], {
      numberingSystem: 'latn',
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  formats.set(key, format);
  return format.format(value);
}

/** Whether all numbers of a column have four digits and could be years. */
function isYears({ rows }: DataTable, { values }: NumberColumn, index: number): boolean {
  return values.every(
    (value, row) => value === undefined || /^[12]\d{3}$/u.test(rows[row]?.cells[index] ?? ''),
  );
}
