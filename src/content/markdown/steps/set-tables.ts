import type { Element, ElementContent, Root } from 'hast';
import type { Words } from '../../../language/words.ts';
import { readMeaning, type TableMeaning } from '../../data/data-table.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { toPlainText } from '../plain-text.ts';
import { visitElements } from '../visit-tree.ts';

/**
 * Completes plain tables: heads get their scope, columns of numbers a class, and a first column
 * that names the rows becomes their heads. A paragraph `Table: …` beside a table becomes its
 * caption, a paragraph `Source: …` below it the line about its source, in a figure around them.
 */
export function setTables(tree: Root, job: MarkdownJob): void {
  const data: Words['data'] = job.options.data;
  const caption = labelled(['Table', data.caption]);
  const source = labelled(['Source', data.source]);
  visitElements(tree, (node, index, parent) => {
    if (isDataFigure(node)) {
      const below = neighbour(parent, index, 1);
      if (isLabelled(below, source)) {
        parent.children.splice(below.at, 1);
        addSource(node, below.node);
      }
      return undefined;
    }
    if (node.tagName !== 'table') return undefined;
    markColumns(node, decimalSignOf(job.options.language));
    const above = neighbour(parent, index, -1);
    const below = neighbour(parent, index, 1);
    const given = [above, below].find((place) => isLabelled(place, caption));
    const last =
      given !== undefined && given === below ? neighbour(parent, below.at, 1) : below;
    const from = isLabelled(last, source) ? last : undefined;
    if (parent.type === 'root' || parent.tagName !== 'figure') {
      if (given === undefined && from === undefined) return 'skip';
      const start = given !== undefined && given === above ? above.at : index;
      const end = Math.max(index, from?.at ?? 0, given === below ? (below?.at ?? 0) : 0);
      if (given) {
        given.node.tagName = 'figcaption';
        cutLabel(given.node, caption);
      }
      const parts = [given?.node, node].filter((part) => part !== undefined);
      const around = figure(parts);
      if (from) addSource(around, from.node);
      parent.children.splice(start, end - start + 1, around);
      return start + 1;
    }
    return 'skip';
  });
}

/** The sign that begins decimals in a language, for numbers that could be read both ways. */
export function decimalSignOf(language: string): '.' | ',' {
  return new Intl.NumberFormat([language, 'en']).format(1.5).includes(',') ? ',' : '.';
}

/** Whether an element shows a data file. */
function isDataFigure({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'figure' && Array.isArray(className) && className.includes('data');
}

function addSource(around: Element, source: Element): void {
  source.properties['className'] = ['data-source'];
  const file = around.children.findIndex(
    (child) =>
      child.type === 'element' &&
      child.properties['className'] !== undefined &&
      String(child.properties['className']) === 'data-file',
  );
  around.children.splice(file < 0 ? around.children.length : file, 0, source);
}

function figure(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'figure', properties: { className: ['data'] }, children };
}

interface Neighbour {
  readonly node: Element;
  readonly at: number;
}

/** The element before or after a node, if only white space is between them. */
function neighbour(
  { children }: Element | Root,
  from: number,
  step: 1 | -1,
): Neighbour | undefined {
  let at = from + step;
  for (; ; at += step) {
    const node = children[at];
    if (node?.type === 'text' && node.value.trim() === '') continue;
    return node?.type === 'element' ? { node, at } : undefined;
  }
}

/** Matches a label at the start of a paragraph, with a colon of any script. */
function labelled(labels: readonly string[]): RegExp {
  return new RegExp(`^\\s*(?:${[...new Set(labels)].join('|')})\\s?[:：]\\s*`, 'iu');
}

function isLabelled(place: Neighbour | undefined, label: RegExp): place is Neighbour {
  if (place?.node.tagName !== 'p') return false;
  const [first] = place.node.children;
  return first?.type === 'text' && label.test(first.value);
}

function cutLabel(caption: Element, label: RegExp): void {
  const [first] = caption.children;
  if (first?.type === 'text') first.value = first.value.replace(label, '');
}

/** Only in tables with one row of heads, and as many cells in each other row. */
function markColumns(table: Element, fallback: '.' | ','): void {
  const heads = rowsOf(table, 'thead');
  const rows = rowsOf(table, 'tbody');
  const [head] = heads;
  if (heads.length !== 1 || head === undefined || rows.length === 0) return;
  const width = head.length;
  const isPlain = [head, ...rows].every(
    (cells) => cells.length === width && cells.every(isPlainCell),
  );
  if (!isPlain) return;
  for (const cell of head) cell.properties['scope'] ??= 'col';
  const meaning = readMeaning({
    head: head.map(textOf),
    rows: rows.map((cells) => ({ cells: cells.map(textOf) })),
    fallback,
  });
  applyMeaning(head, rows, meaning);
}

/** Marks the cells of a table by what its columns are. Alignment by the article is kept. */
export function applyMeaning(
  head: readonly Element[],
  rows: readonly (readonly Element[])[],
  { columns, hasRowHeads }: TableMeaning,
): void {
  for (const cells of [head, ...rows])
    for (const [index, cell] of cells.entries()) {
      const isNumeric = columns[index] !== undefined && (index > 0 || !hasRowHeads);
      if (isNumeric && cell.properties['align'] === undefined)
        cell.properties['className'] = ['number'];
    }
  if (!hasRowHeads) return;
  const [corner] = head;
  // Stays in view with the names of the rows.
  if (corner) corner.properties['className'] = ['pinned'];
  for (const [first] of rows) {
    if (first === undefined) continue;
    first.tagName = 'th';
    first.properties['scope'] = 'row';
  }
}

function rowsOf(table: Element, part: 'thead' | 'tbody'): Element[][] {
  return table.children
    .filter((child) => child.type === 'element')
    .filter(({ tagName }) => tagName === part)
    .flatMap(({ children }) =>
      children
        .filter((row) => row.type === 'element')
        .map((row) => row.children.filter((cell) => cell.type === 'element')),
    );
}

function isPlainCell({ properties }: Element): boolean {
  return properties['colSpan'] === undefined && properties['rowSpan'] === undefined;
}

function textOf(cell: Element): string {
  return toPlainText(cell);
}
