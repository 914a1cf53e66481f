import { needsReference } from '../needs-reference.ts';
import { parseMarkdown } from '../parse-markdown.ts';
import type { Range } from './finding.ts';
import { maskSource } from './mask-source.ts';
import { scanHtml } from './scan-html.ts';

interface CommentForm {
  readonly name: string;
  readonly open: RegExp;
  readonly close: RegExp;
  /** Its signs also occur in ordinary text, so an unclosed one hides nothing. */
  readonly isLoose?: true;
}

/**
 * How other programs mark text that readers must not see. The sanitiser removes HTML comments
 * from a body.
 */
const forms: readonly CommentForm[] = [
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

/** For fields, which the sanitiser does not see. */
const htmlForm: CommentForm = { name: 'HTML', open: /<!--/gu, close: /--!?>/gu };

const anyForm = /%%|\{::comment|\{%-?\s*(?:comment|#)|\{\{[<%!]|\/\*|\{#|<%(?:#|--)|\{>>/u;

export interface HiddenComments {
  /** What to remove, by offsets in the source, in order. */
  readonly ranges: readonly Range[];
  /** Unclosed comments: it is unknown what they hide. */
  readonly open: readonly Range[];
}

const none: HiddenComments = { ranges: [], open: [] };

/** Finds hidden comments outside of code. */
export function findHiddenComments(source: string): HiddenComments {
  if (!anyForm.test(source)) return none;
  return findForms(withoutCode(source), forms);
}

/** Finds hidden comments in a field, HTML comments included. */
export function findFieldComments(text: string): HiddenComments {
  if (!text.includes('<!--') && !anyForm.test(text)) return none;
  return findForms(text.length > longest ? text : withoutCode(text), [htmlForm, ...forms]);
}

/** Code is not recognised in a longer field. */
const longest = 5000;

function findForms(text: string, forms: readonly CommentForm[]): HiddenComments {
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

/**
 * Removes hidden comments. Line numbers stay the same; a line that contains nothing else
 * becomes empty.
 */
export function removeHiddenComments(source: string, ranges: readonly Range[]): string {
  let result = '';
  let last = 0;
  for (const [start, end] of ranges) {
    result += source.slice(last, start) + source.slice(start, end).replace(/[^\n]+/gu, '');
    last = end;
  }
  return result + source.slice(last);
}
