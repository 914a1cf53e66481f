import { needsReference } from '../needs-reference.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import type { Range } from './finding.ts';
import { maskSource } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';

interface RemarkForm {
  readonly name: string;
  readonly open: RegExp;
  readonly close: RegExp;
  /** Signs that stand in ordinary text too hide nothing where they do not close. */
  readonly isLoose?: true;
}

/** How other programs mark what readers must not see. HTML comments of a text are the sanitiser's. */
const forms: readonly RemarkForm[] = [
  {
    name: 'Obsidian',
    // Not `50%%` and `100 %% and`, but `in 2024 %%ask%%` and `in 2024 %% ask %%`.
    open: /(?<![\p{N}%])%%(?!%)(?<!\p{N}[ \t]%%(?=\s)(?![ \t][^%\n]*[ \t]%%))/gu,
    close: /%%(?!%)/gu,
    isLoose: true,
  },
  { name: 'kramdown', open: /\{::comment\}/gu, close: /\{:\/(?:comment)?\}/gu },
  {
    name: 'Liquid',
    open: /(?<!\{)\{%-?\s*comment\b[^{}]{0,200}%\}/gu,
    close: /\{%-?\s*endcomment\s*-?%\}/gu,
  },
  { name: 'Liquid', open: /(?<!\{)\{%-?[ \t]*#/gu, close: /%\}/gu },
  {
    name: 'Hugo',
    open: /\{\{[<%]-?\s*comment\b[^{}]{0,200}[>%]\}\}/gu,
    close: /\{\{[<%]-?\s*\/\s*comment\s*-?[>%]\}\}/gu,
  },
  { name: 'Go', open: /\{\{-?\s*\/\*/gu, close: /\*\/\s*-?\}\}/gu },
  { name: 'MDX', open: /\{\s{0,9}\/\*/gu, close: /\*\/\s*\}/gu },
  { name: 'Handlebars', open: /\{\{!--/gu, close: /--\}\}/gu },
  { name: 'Handlebars', open: /\{\{!/gu, close: /\}\}/gu },
  { name: 'Jinja', open: /\{#(?=[\s-]|[^{}#\n]*#\})/gu, close: /#\}/gu, isLoose: true },
  { name: 'EJS', open: /<%(?:#|--)/gu, close: /%>/gu },
  { name: 'CriticMarkup', open: /\{>>/gu, close: /<<\}/gu, isLoose: true },
];

/** In fields, which no sanitiser reads. */
const htmlForm: RemarkForm = { name: 'HTML', open: /<!--/gu, close: /--!?>/gu };

const anyForm = /%%|\{::comment|\{%-?\s*(?:comment|#)|\{\{[<%!]|\/\*|\{#|<%(?:#|--)|\{>>/u;

export interface Remarks {
  /** What is to be dropped, by offsets in the source, in order. */
  readonly ranges: readonly Range[];
  /** Remarks that do not close: nobody can tell what they hide. */
  readonly open: readonly Range[];
}

const none: Remarks = { ranges: [], open: [] };

/** Remarks for colleagues, outside of code. */
export function findRemarks(source: string): Remarks {
  if (!anyForm.test(source)) return none;
  return findForms(withoutCode(source), forms);
}

/** The same in a field, where HTML comments count as well. */
export function findFieldRemarks(text: string): Remarks {
  if (!text.includes('<!--') && !anyForm.test(text)) return none;
  return findForms(text.length > longest ? text : withoutCode(text), [htmlForm, ...forms]);
}

/** Of a longer field code is not told from text. */
const longest = 5000;

function findForms(text: string, forms: readonly RemarkForm[]): Remarks {
  const closed: Range[] = [];
  const open: Range[] = [];
  for (const { open: opening, close, isLoose } of forms) {
    let last = 0;
    for (const { index, 0: sign } of text.matchAll(opening)) {
      if (index < last) continue;
      close.lastIndex = index + sign.length;
      const closing = close.exec(text);
      if (closing === null) {
        if (!isLoose) open.push([index, index + sign.length]);
        break;
      }
      last = closing.index + closing[0].length;
      closed.push([index, last]);
    }
  }
  const ranges = outermost(closed);
  const hides = ([start]: Range) => ranges.some(([from, to]) => from <= start && start < to);
  return { ranges, open: open.filter((range) => !hides(range)) };
}

function withoutCode(source: string): string {
  const tree = parseMarkdown(source, needsReference(source) ? 'reference' : 'fast');
  return maskSource(tree, source, scanHtml(tree, source)).outsideCode;
}

function outermost(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  let last = 0;
  for (const range of ranges.toSorted(([a], [b]) => a - b)) {
    if (range[0] < last) continue;
    kept.push(range);
    last = range[1];
  }
  return kept;
}

/** Source without remarks; no line moves, save that a line of nothing else becomes empty. */
export function dropRemarks(source: string, ranges: readonly Range[]): string {
  let result = '';
  let last = 0;
  for (const [start, end] of ranges) {
    result += source.slice(last, start) + source.slice(start, end).replace(/[^\n]+/gu, '');
    last = end;
  }
  return result + source.slice(last);
}
