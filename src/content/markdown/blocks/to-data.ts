import type { Element, ElementContent } from 'hast';
import type { Words } from '../../../language/words.ts';
import { quote } from '../../../system/problems/format-problem.ts';
import { suggestName } from '../../../system/problems/nearest-name.ts';
import { wrongValue } from '../../../system/problems/problem.ts';
import { type ChartType, chartTypes } from '../../data/chart.ts';
import { createChart } from '../../data/create-chart.ts';
import type { DataTable } from '../../data/data-table.ts';
import { describeChart } from '../../data/describe-chart.ts';
import { drawChart } from '../../data/draw-chart.ts';
import { formatCells } from '../../data/format-cells.ts';
import { type Block, element, text, wordsOf } from './block.ts';

/** The attributes of `::chart{…}`; `::table{…}` knows only the file. */
export const chartAttributes = ['file', 'type', 'columns', 'stacked', 'unit'] as const;

/** A table of a data file, with a link to the file. Without the file it is an error. */
export function toTable(block: Block): ElementContent[] {
  const table = readTable(block);
  if (table === undefined) return titleAlone(block);
  const { caption, file } = partsOf(block);
  return [element('figure', ['data'], [...caption, toTableElement(table, block), file])];
}

/** A chart of a data file, with its table folded below it. */
export function toChart(block: Block): ElementContent[] {
  const { attributes, language, direction } = block;
  const data: Words['data'] = block.data.words;
  const table = readTable(block);
  const type = readType(block);
  if (table === undefined || type === 'unknown') return titleAlone(block);
  const { columns, unit, stacked } = attributes;
  const made = createChart(table, {
    stacked: stacked !== undefined && stacked !== 'false',
    ...(type !== undefined && { type }),
    ...(columns !== undefined && { columns: listIn(columns) }),
    ...(unit !== undefined && unit.trim() !== '' && { unit: unit.trim() }),
  });
  if ('fault' in made) {
    const { line, message, cure } = made.fault;
    if (line === undefined) fault(block, message, cure);
    else faultInFile(block, { line, message, cure });
    return titleAlone(block);
  }
  const { caption, words, file } = partsOf(block);
  const label = describeChart(made.chart, words, { language, words: data });
  const drawing = drawChart(made.chart, { language, direction, label });
  const summary = element('summary', [], [text(data.asTable)]);
  const folded = element('details', [], [summary, toTableElement(table, block)]);
  return [element('figure', ['data'], [...caption, drawing, folded, file])];
}

/** What remains where there is an error: no word of an article is lost. */
function titleAlone({ title }: Block): ElementContent[] {
  return title ? [element('p', [], title)] : [];
}

function addressOf({ attributes }: Block): string {
  return attributes['file']?.trim() ?? '';
}

function readTable(block: Block): DataTable | undefined {
  const { data, name } = block;
  const address = addressOf(block);
  if (address === '') {
    const message = wrongValue('the name of a data file', 'none');
    return fault(block, message, `write \`::${name}{file=data.csv}\``);
  }
  const found = data.files.get(address);
  if (found?.reading === undefined) {
    const { got = quote(address), cure = 'there is no such file' } = found?.fault ?? {};
    return fault(
      block,
      wrongValue('a data file (.csv, .tsv) in the content folder', got),
      cure,
    );
  }
  for (const problem of found.reading.problems) faultInFile(block, problem);
  return found.reading.table;
}

function fault({ at, name, report }: Block, message: string, cure: string): undefined {
  report({ severity: 'error', ...at, field: name, message, cure });
}

/** Reports a fault at a line of the data file, and says which article shows it. */
function faultInFile(
  block: Block,
  { line, message, cure }: { line: number; message: string; cure?: string | undefined },
): void {
  const { at, data, name, report } = block;
  const shownIn = `it is shown in ${at.file}:${at.line}`;
  report({
    severity: 'error',
    file: data.files.get(addressOf(block))?.file ?? at.file,
    ...{ line, column: 1, field: name, message },
    cure: cure === undefined ? shownIn : `${cure}; ${shownIn}`,
  });
}

function readType(block: Block): ChartType | undefined | 'unknown' {
  const written = block.attributes['type']?.trim().toLowerCase();
  if (written === undefined) return undefined;
  const type = chartTypes.find((one) => one === written);
  if (type !== undefined) return type;
  const message = wrongValue(`one of ${chartTypes.join(', ')}`, quote(written));
  const cure = suggestName(written, chartTypes).cure ?? 'remove it: the data then decide';
  fault(block, message, cure);
  return 'unknown';
}

function listIn(written: string): string[] {
  return written
    .split(/[,;，、،]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The caption, its words, and the link to the file. */
function partsOf(block: Block): { caption: Element[]; words: string; file: Element } {
  const data: Words['data'] = block.data.words;
  const address = addressOf(block);
  const caption = block.title ? [element('figcaption', [], block.title)] : [];
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address, download: address.replace(/^.*\//su, '') },
    children: [text(data.download)],
  };
  return {
    caption,
    words: caption.map(wordsOf).join(''),
    file: element('div', ['data-file'], [link]),
  };
}

function toTableElement(table: DataTable, { marker, language }: Block): Element {
  // A file could contain the marker, which stands for links and pictures.
  const cells = (tagName: string, all: readonly string[]) =>
    all.map((cell) => element(tagName, [], [text(cell.replaceAll(marker, ''))]));
  return element(
    'table',
    [],
    [
      element('thead', [], [element('tr', [], cells('th', table.head))]),
      element(
        'tbody',
        [],
        formatCells(table, language).map((row) => element('tr', [], cells('td', row))),
      ),
    ],
  );
}
