import type { Code, Definition, List, Nodes, Paragraph, Root, Table } from 'mdast';
import { findListLines } from './find-list-lines.ts';
import type { Finding, Kind, Range } from './finding.ts';
import { rangeOf } from './mask-source.ts';

/**
 * Finds what Markdown prints differently from what the source looks like; `prose` as in
 * `maskSource`.
 */
export function findInTree(tree: Root, source: string, prose: string): Finding[] {
  const found: Finding[] = [];
  const definitions: Definition[] = [];
  const used = new Set<string>();
  const add = (kind: Omit<Kind, 'field'>, [start, end]: Range, field: Kind['field'] = 'text') =>
    found.push({ kind: { field, ...kind }, start, end });
  let blocks = 0;
  const visit = (node: Nodes, isBold = false): void => {
    if (node.type === 'text') return;
    let isWithin = isBold;
    const range = rangeOf(node);
    if (range) {
      const written = source.slice(...range);
      switch (node.type) {
        case 'code':
          lookAtCode(node, range, written, add);
          break;
        case 'table':
          lookAtTable(node, source, add);
          break;
        case 'list':
          lookAtList(node, source, add);
          // A timeline may have one item that begins with a year.
          if (blocks === 0) lookAtOnlyItem(node, range, source, add);
          break;
        case 'paragraph':
          for (const [from, to] of findListLines(prose.slice(...range)))
            add(kinds.listLines, [range[0] + from, range[0] + to]);
          lookAtParagraph(node, range, written, add);
          break;
        case 'heading':
          if (isParagraphAbove(written)) add(kinds.paragraphAsHeading, range);
          break;
        case 'blockquote':
          if (/^>[ \t]?[\d.,]+[ \t\u00a0]?[%‰]/u.test(written)) add(kinds.comparison, range);
          break;
        case 'inlineCode':
          if (isStray(written, source.charAt(range[0] - 1), source.charAt(range[1])))
            add(kinds.strayCode, range);
          break;
        case 'link':
          if (node.children.length === 0) add(kinds.noWords, range);
          break;
        case 'strong':
        case 'emphasis': {
          if (
            /^__[A-Za-z]\w*__$/u.test(written) &&
            /^(?:\.[a-z]|\()/u.test(source.slice(range[1], range[1] + 2))
          )
            add(kinds.dunder, range);
          if (node.type === 'strong') {
            if (isBold) add(kinds.nestedMarks, range);
            isWithin = true;
          }
          for (const at of [range[0] - 1, range[1]])
            if (prose.charAt(at) === '*') add(kinds.unevenStars, [at, at + 1]);
          break;
        }
        case 'image':
        case 'imageReference':
          if (/\|\s*\d+(?:x\d+)?$/u.test(node.alt ?? '')) add(kinds.sizeInWords, range);
          break;
        case 'definition':
          definitions.push(node);
          break;
      }
      if ('url' in node && /\{\{|\{%|%7B%7B|%7B%25/iu.test(node.url))
        add(kinds.tagInAddress, range);
    }
    if (node.type === 'linkReference' || node.type === 'imageReference')
      used.add(node.identifier.toUpperCase());
    if (node.type === 'containerDirective') blocks++;
    if ('children' in node) for (const child of node.children) visit(child, isWithin);
    if (node.type === 'containerDirective') blocks--;
  };
  visit(tree);
  const seen = new Set<string>();
  for (const definition of definitions) {
    const range = rangeOf(definition);
    const label = definition.identifier.toUpperCase();
    if (range && /^\^\S/u.test(label)) add(kinds.footnoteSpace, range);
    else if (range && !used.has(label)) add(kinds.unusedDefinition, range, 'comment');
    else if (range && seen.has(label)) add(kinds.repeatedDefinition, range);
    seen.add(label);
  }
  return found;
}

type Add = (kind: Omit<Kind, 'field'>, range: Range) => void;

export const listLines = {
  name: 'lines that begin like those of a list',
  cure: 'they are joined to one paragraph; begin each with `- ` or `1. `, with an empty line above the first, or put empty lines between them',
} as const;

const kinds = {
  openFence: {
    name: 'unclosed code',
    cure: 'all below it is printed as code; close it with a line of the same signs',
  },
  diagram: {
    name: 'a diagram or formula as code',
    cure: 'its source is printed; save it as a picture, and write `![description](drawing.svg)`',
  },
  indentedText: {
    name: 'indented text',
    cure: 'it is printed as code; remove the spaces or tab before it, or write it between lines of ```',
  },
  excessCells: {
    name: 'more cells than the table head',
    cure: 'they are not printed; add cells to the head, or write `\\|` for a bar that is text',
  },
  noTable: {
    name: 'a table without a head',
    cure: 'it is printed as text; write a first row and below it `| --- | --- |`, with as many cells',
  },
  listLines,
  lineAsRow: {
    name: 'a line below a table, read as a table row',
    cure: 'it is printed in the first cell; put an empty line above it, or a bar at its end',
  },
  footnoteSpace: {
    name: 'a footnote with a space in its name',
    cure: 'it is read as an address; write it without spaces: `[^a-b]`',
  },
  otherNumber: {
    name: 'a number out of order',
    cure: 'lists count up from their first number; write `\\.` after the numbers to keep them',
  },
  onlyNumber: {
    name: 'a number that starts a list of one item',
    cure: 'summaries and feeds leave it out; write `\\.` after it if it belongs to the sentence',
  },
  onlySign: {
    name: 'a signed number, read as a list item',
    cure: 'its sign is not printed; write `−5` or `\\-5` for a negative number, `\\+` for a plus',
  },
  comparison: {
    name: 'a signed number, read as a quotation',
    cure: 'its sign is not printed; write `\\>`',
  },
  dunder: {
    name: 'underscores read as bold',
    cure: 'they are not printed; write the name as code: `` `__name__` ``',
  },
  chunk: {
    name: 'code that another program runs',
    cure: 'it is printed and not run; write what it shows',
  },
  noWords: {
    name: 'a link without words',
    cure: 'readers do not see it; write `[words](address)`',
  },
  tags: {
    name: 'tags, or a heading without a space',
    cure: 'it is printed as written; write `# Words` for a heading, and `topics: […]` in the front matter for tags',
  },
  noSpace: {
    name: 'a heading without a space',
    cure: 'its sign is printed; put a space after it: `# Words`',
  },
  paragraphAsHeading: {
    name: 'a paragraph above a line of hyphens',
    cure: 'it is printed as a heading; put an empty line above the hyphens',
  },
  unevenStars: {
    name: 'an unmatched asterisk',
    cure: 'it is printed; write the same number before and after the words, or `\\*` if it is meant',
  },
  nestedMarks: {
    name: 'bold within bold',
    cure: 'its marks do not pair as they look; put spaces and punctuation outside of them, or write `<b>…</b>`',
  },
  strayCode: {
    name: 'apostrophes or quotation marks read as code marks',
    cure: 'they are not printed; write `’` for an apostrophe, `“…”` for quotation marks',
  },
  sizeInWords: {
    name: 'a size in the description of a picture',
    cure: 'screen readers read it aloud; remove it: pages set the size of pictures',
  },
  tagInAddress: {
    name: 'an address with a template tag',
    cure: 'it is a broken link; write the address itself',
  },
  unusedDefinition: {
    name: 'an unused link definition or comment',
    cure: 'it is not published; refer to it as `[words][name]`, write `\\[` if it is text, or remove it',
  },
  repeatedDefinition: {
    name: 'a duplicate link definition',
    cure: 'the first counts; give it another name, or remove it',
  },
} as const;

function lookAtCode(
  { lang, value }: Code,
  [start, end]: Range,
  written: string,
  add: Add,
): void {
  const fence = /^[`~]{3,}/u.exec(written)?.[0];
  if (fence === undefined) {
    if (isProse(value)) add(kinds.indentedText, [start + written.search(/\S/u), end]);
    return;
  }
  const lines = written.split('\n');
  const last = lines.length > 1 ? (lines.at(-1) ?? '') : '';
  const close = /(?<signs>`{3,}|~{3,})[ \t]*$/u.exec(last)?.groups?.['signs'] ?? '';
  if (!close.startsWith(fence)) add(kinds.openFence, [start, start + (lines[0]?.length ?? 0)]);
  if (lang?.startsWith('{') && !/^\{[.#]/u.test(lang)) add(kinds.chunk, [start, end]);
  if (
    /^(?:dataview|tasks|query|geojson|topojson|stl|abc|mermaid|math|katex|latex-math|plantuml|dot|graphviz|chart|vega(?:-lite)?)$/iu.test(
      lang ?? '',
    )
  )
    add(kinds.diagram, [start, end]);
}

/** Whether indented code reads like ordinary text: a sentence, or a list item. */
function isProse(value: string): boolean {
  const first =
    value
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? '';
  if (/^(?:[-+*]|\d{1,3}[.)]) \p{L}/u.test(first)) return true;
  if (/[{};=<>$\\|`]|\(\)|^[-$#>]/u.test(first)) return false;
  const words = first.match(/(?<!\S)[\p{L}\p{M}’'-]+[,.!?:;”"»]?(?!\S)/gu) ?? [];
  if (words.length >= 5) return true;
  const cjk = first.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  );
  return (cjk?.length ?? 0) >= 10;
}

function lookAtTable({ children }: Table, source: string, add: Add): void {
  const columns = children[0]?.children.length ?? 0;
  for (const row of children.slice(1)) {
    const range = rangeOf(row);
    if (range && !source.slice(...range).includes('|')) add(kinds.lineAsRow, range);
    const excess = row.children.slice(columns);
    const start = excess[0] && rangeOf(excess[0])?.[0];
    const end = rangeOf(row)?.[1];
    if (
      start !== undefined &&
      end !== undefined &&
      excess.some((cell) => cell.children.length > 0)
    )
      add(kinds.excessCells, [start, end]);
  }
}

/** ``Hawai`i and O`ahu`` and ` ``so'' … ``so'' `. */
function isStray(written: string, before: string, after: string): boolean {
  const [open = ''] = /^`+/u.exec(written) ?? [];
  if (open === '``' && written.includes("''")) return true;
  // Code does not start after a letter and with a space, or with the end of an emoticon:
  // `(´∀`*)`.
  if (open === '`' && /[^\s\p{Ps}\p{Pi}]/u.test(before) && /^`(?:\s|\*?[)）])/u.test(written))
    return true;
  const sides = [before, after, written.charAt(1), written.charAt(written.length - 2)];
  return (
    open === '`' &&
    sides.every((side) => /[\p{Script=Latin}\s]/u.test(side)) &&
    /\S/u.test(before)
  );
}

/** A list may use the same number for all items. */
function lookAtList({ ordered, children }: List, source: string, add: Add): void {
  if (!ordered) return;
  const items = children.flatMap((item) => {
    const range = rangeOf(item);
    const digits = range && /^\d+/u.exec(source.slice(range[0], range[0] + 10))?.[0];
    return range && digits ? [{ range, digits, number: Number(digits) }] : [];
  });
  const first = items[0]?.number ?? 0;
  if (first <= 1 && items.every(({ number }) => number === first)) return;
  for (const [index, { range, digits, number }] of items.entries())
    if (number !== first + index) {
      add(kinds.otherNumber, [range[0], range[0] + digits.length + 1]);
      return;
    }
}

/**
 * `24. Dezember …`, `1. FC Köln …` and `- 5 degrees`: one item whose mark belongs to the
 * sentence.
 */
function lookAtOnlyItem({ children }: List, [start]: Range, source: string, add: Add): void {
  const [item] = children;
  if (children.length > 1 || item?.children.length !== 1 || typeof item.checked === 'boolean')
    return;
  const line = source.slice(start, start + 200).split('\n')[0] ?? '';
  const number = /^\d{1,9}[.)](?=[ \t]+\S)/u.exec(line)?.[0];
  if (number) add(kinds.onlyNumber, [start, start + number.length]);
  const sign = /^[-+](?=[ \t]+\p{Sc}?\d)/u.exec(line)?.[0];
  if (sign) add(kinds.onlySign, [start, start + line.length]);
}

function lookAtParagraph(node: Paragraph, range: Range, written: string, add: Add): void {
  if (node.children[0]?.type !== 'text') return;
  if (!written.includes('#') && !written.includes('|')) return;
  const lines = written.split('\n').map((line) => line.replace(/^[ \t>]+/u, '').trimEnd());
  const [line = ''] = lines;
  if (lines.length === 1 && /^#\p{L}/u.test(line)) {
    if (/^(?:#[\p{L}\p{N}_/-]+(?:[ \t,]+|$))+$/u.test(line)) add(kinds.tags, range);
    else if (/\s/u.test(line) && !/[.!?:…。！？#]/u.test(line.slice(1)))
      add(kinds.noSpace, range);
  }
  const rule = /^(?=[^|\n]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,100}\|?$/u;
  const rows = lines.filter((one) => /^\|.+\|$/u.test(one));
  if (rows.length >= 2 || lines.some((one) => rule.test(one))) add(kinds.noTable, range);
}

/**
 * Whether a setext heading is really a paragraph: it has several lines, its underline is a
 * single sign, or it ends like a sentence.
 */
function isParagraphAbove(written: string): boolean {
  const lines = written.split('\n');
  const last = lines.at(-1)?.trim() ?? '';
  if (lines.length < 2 || !/^[-=]+$/u.test(last)) return false;
  const text = lines.slice(0, -1).join(' ').trim();
  return (
    lines.length > 2 ||
    last.length === 1 ||
    text.length > 120 ||
    (last.length <= 3 && /[.!?。！？…]["”’»]?$/u.test(text)) // `---` may be intended as a thematic break
  );
}
