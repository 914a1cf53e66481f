import { stripVTControlCharacters } from 'node:util';
import type { Settings } from '../content/settings/settings.ts';
import { truncate } from '../language/truncate.ts';
import { gatherRights } from '../newsroom/gather-rights.ts';
import type { RightsRow } from '../publication/edition/list-rights.ts';
import { terminal } from '../system/terminal/terminal.ts';

/**
 * Prints the rights of every picture, and on standard error why an article is not in the list. Returns
 * false if one is not, or with `strict` if something required is missing.
 */
export async function checkRights(
  settings: Settings,
  form: true | keyof typeof rightsForms,
  strict = false,
): Promise<boolean> {
  const root = process.cwd();
  const { rows, problems } = await gatherRights({ root, settings, earlier: () => undefined });
  const { print, problem, warn, addFacts } = terminal();
  addFacts({ pictures: rows });
  print(rightsForms[form === true ? 'table' : form](rows).replace(/\n$/u, ''));
  problems.forEach(problem);
  if (problems.length > 0) warn('These files are not in the list.');
  const complete = rows.every(({ missing }) => missing.length === 0);
  return problems.length === 0 && (complete || !strict);
}

/** Formats of `check --rights`. */
export const rightsForms = {
  table: formatTable,
  json: (rows: readonly RightsRow[]) => `${JSON.stringify(rows, undefined, 2)}\n`,
  csv: formatCsv,
} as const;

const columns = [
  ...['picture', 'article', 'line', 'language', 'place', 'creator', 'creatorUrl', 'source'],
  ...['sourceUrl', 'title', 'licence', 'licenceUrl', 'changes', 'limits', 'missing', 'advised'],
] as const satisfies readonly (keyof RightsRow | string)[];

/**
 * RFC 4180, UTF-8 with a byte order mark, without which spreadsheets assume another encoding. An
 * apostrophe before a cell that looks like a formula makes it text (OWASP, "CSV Injection").
 */
function formatCsv(rows: readonly RightsRow[]): string {
  const cells = (row: RightsRow) =>
    columns.map((column) => csvCell(textOf(row[column as keyof RightsRow])));
  const lines = [columns, ...rows.map(cells)].map((line) => line.join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n']/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(value: RightsRow[keyof RightsRow]): string {
  return value === undefined ? '' : Array.isArray(value) ? value.join('; ') : String(value);
}

/** For a terminal: no control characters; wide characters count as two columns. */
function formatTable(rows: readonly RightsRow[]): string {
  const head = ['picture', 'article', 'creator', 'licence', 'missing'];
  const lines = rows.map((row) => [
    row.picture ?? '(not shown)',
    `${row.article}:${row.line}`,
    [row.creator, row.source && `via ${row.source}`].filter(Boolean).join(' ') || '–',
    row.licence ?? '–',
    [...row.missing, ...row.advised.map((part) => `(${part})`)].join(', ') || '–',
  ]);
  const all = [head, ...lines].map((line) => line.map(toPlainCell));
  const widths = head.map((_, column) =>
    all.reduce((widest, line) => Math.max(widest, widthOf(line[column] ?? '')), 0),
  );
  const print = (line: readonly string[]) =>
    line
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const lacking = rows.filter(({ missing }) => missing.length > 0).length;
  const note = '(…): required if it exists, or if it is practicable';
  return [
    ...all.map(print),
    '',
    `${rows.length} uses of pictures, ${lacking} incomplete. ${note}`,
    '',
  ].join('\n');
}

/** At most 48 characters, without control characters. */
function toPlainCell(cell: string): string {
  const plain = stripVTControlCharacters(cell).replace(/[\p{Cc}\p{Cf}]/gu, '');
  return truncate(plain, 48);
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width += /\p{Mn}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
