import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { DataTable } from './data-table.ts';

/** The most rows and columns that a page shows. */
export const mostRows = 1000;
export const mostColumns = 30;

/** A data file as a table, or what is wrong with it. */
export interface DataReading {
  readonly table?: DataTable;
  readonly problems: readonly Problem[];
}

interface Records {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a file of values separated by commas, semicolons, tabs or bars, as spreadsheets write it:
 * in UTF-8 or UTF-16, with a byte order mark, quotes, a line `sep=;`, empty rows and columns at
 * the end. The first row is the head. `file` is the path shown in problems.
 */
export function readDataFile(bytes: Uint8Array, file: string): DataReading {
  const fault = (line: number, expected: string, got: string, cure: string): DataReading => {
    const at = { severity: 'error' as const, file, line, column: 1, field: 'data' };
    return { problems: [{ ...at, message: wrongValue(expected, got), cure }] };
  };
  const decoded = decode(bytes);
  if (decoded === undefined || decoded.includes('\0'))
    return fault(1, 'UTF-8 text', 'another encoding', 'save the file as CSV in UTF-8');
  const { text, delimiter, skipped } = findDelimiter(decoded.replace(/\r\n?/gu, '\n'));
  let records: Records[];
  try {
    records = parse(text, {
      ...{ delimiter, info: true, relax_column_count: true, skip_empty_lines: true },
      ...{ relax_quotes: true, trim: true, max_record_size: 100_000 },
    }) as unknown as Records[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const cure = 'close the quotation mark, or write `""` for one that is text';
    return fault(lineOf(error), 'values separated by commas', explain(error.code), cure);
  }
  const written = records
    .map(({ record, info }) => ({
      cells: record.map(clean),
      line: info.lines + skipped - breaksIn(record),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [top, ...body] = written;
  if (top === undefined || body.length === 0) {
    const got = top === undefined ? 'an empty file' : 'a head alone';
    return fault(
      1,
      'a head and at least one row',
      got,
      'add rows, or remove the line that names the file',
    );
  }
  const width = Math.max(...written.map(({ cells }) => widthOf(cells)));
  const head = top.cells.slice(0, widthOf(top.cells));
  if (body.length > mostRows) {
    const cure =
      'cut the file to what readers need, and link to the whole: `[all data](all.csv)`';
    const line = body[mostRows]?.line ?? 1;
    return fault(line, `at most ${mostRows} rows`, `${body.length}`, cure);
  }
  if (head.length > mostColumns)
    return fault(1, `at most ${mostColumns} columns`, `${head.length}`, 'remove columns');
  if (width > head.length) {
    const row = body.find(({ cells }) => widthOf(cells) > head.length);
    const got = `${widthOf(row?.cells ?? [])}`;
    const cure =
      'name each column in the first row, and put quotation marks around a value with a separator in it';
    return fault(
      row?.line ?? 1,
      `at most ${head.length} values, as the first row has`,
      got,
      cure,
    );
  }
  const rows = body.map(({ cells, line }) => ({
    line,
    cells: head.map((_, index) => cells[index] ?? ''),
  }));
  return { table: { head, rows, fallback: delimiter === ';' ? ',' : '.' }, problems: [] };
}

/** The line breaks within the values of a row. */
function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
}

/** The number of values without empty ones at the end. */
function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** Undefined where the bytes are not text in one of these encodings. */
function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Characters that no page prints: controls, and marks that reverse the direction of text. */
const unprinted = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

function clean(cell: string): string {
  return cell
    .replace(/\s+/gu, (space) => (/[\n\t]/u.test(space) ? ' ' : space))
    .replace(unprinted, '')
    .normalize('NFC')
    .trim();
}

const delimiters = ['\t', ';', '|', ','] as const;

/** How many of the first lines are compared to find the separator. */
const comparedLines = 20;

/** The separator is what all of the first lines have equally often, outside of quotation marks. */
function findDelimiter(text: string): { text: string; delimiter: string; skipped: number } {
  const said = /^sep=(?<sign>.)\n/u.exec(text);
  if (said) return { text: text.slice(said[0].length), delimiter: said[1] ?? ',', skipped: 1 };
  const bare = text.replace(/"(?:[^"]|"")*"/gu, '');
  const lines = bare
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, comparedLines);
  let best: { delimiter: string; equal: number } = { delimiter: ',', equal: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [inHead = 0] = counts;
    const equal = inHead === 0 ? 0 : counts.filter((count) => count === inHead).length;
    if (equal > best.equal) best = { delimiter, equal };
  }
  return { text, delimiter: best.delimiter, skipped: 0 };
}

function lineOf(error: CsvError): number {
  const { lines } = error as CsvError & { lines?: number };
  return lines ?? 1;
}

function explain(code: string): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark that is not closed';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a row of more than 100,000 characters';
  return 'something else';
}
