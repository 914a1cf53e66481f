import { formOf } from '../../content/markdown/blocks/directive-table.ts';
import { escapeMarkdown } from '../../content/markdown/escape-text.ts';
import {
  type Edit,
  type Edited,
  editText,
  findCode,
  isWithinRanges,
  parsePost,
  type Ranges,
} from './edit-text.ts';
import { showValue } from './field-reader.ts';
import type { TagContext } from './tag-context.ts';

/** Quick test before a text is parsed. */
const signs =
  /^[ \t]*(?:!!!|\?\?\?|===[ \t]+"|:{3,}|\|)|^[ \t>]*>[ \t]*\[!|^:[ \t]|\bmarkdown\b|toc\b/imu;

/** Converts a block at a line: returns the replacement of `lines[from, to)`, and a note. */
type Convert = (
  lines: readonly string[],
  from: number,
  context: BlockContext,
) => Block | undefined;

interface Block {
  readonly to: number;
  readonly text: string;
  readonly field: 'body' | 'dropped';
  readonly message: string;
}

interface BlockContext {
  readonly isCode: (line: number) => boolean;
  readonly isJekyll: boolean;
  /** The same conversion, for the block's content. */
  readonly convert: (text: string) => string;
}

/**
 * Converts block syntax that CommonMark lacks (admonitions of MkDocs, unknown containers and
 * callouts, definition lists, `markdown="1"`, tables without a header, tables of contents) to
 * CommonMark or to our blocks. Code and what is a block already are left alone.
 */
export function convertBlocks(body: string, context: TagContext): Edited {
  if (!signs.test(body)) return editText(body, []);
  return editText(body, collect(body, context));
}

function collect(body: string, context: TagContext): Edit[] {
  const ranges: Ranges = findCode(parsePost(body, context.lang));
  const lines = body.split('\n');
  const starts = lines.map(() => 0);
  for (let index = 1; index < lines.length; index++)
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1]?.length ?? 0) + 1;
  const isCode = (line: number) => {
    const indent = /^[ \t]*/u.exec(lines[line] ?? '')?.[0].length ?? 0;
    return isWithinRanges((starts[line] ?? 0) + indent, ranges.code);
  };
  const silent = { ...context, note: () => undefined };
  const convert = (text: string) => convertBlocks(text, silent).text;
  const edits: Edit[] = [];
  const given = { isCode, convert, isJekyll: context.folder.generator === 'jekyll' };
  for (let index = 0; index < lines.length; index++) {
    if (lines[index]?.trim() === '' || isCode(index)) continue;
    const block = first(lines, index, given);
    if (block === undefined) continue;
    const from = starts[index] ?? 0;
    const last = block.to - 1;
    const to = (starts[last] ?? 0) + (lines[last]?.length ?? 0);
    context.note(from, block.field, block.message, 'likely');
    edits.push({ from, to, text: block.text });
    index = last;
  }
  return edits;
}

function first(
  lines: readonly string[],
  from: number,
  context: BlockContext,
): Block | undefined {
  for (const convert of converters) {
    const block = convert(lines, from, context);
    if (block !== undefined) return block;
  }
  return undefined;
}

/** `!!! note "Title"`, `??? tip`, `=== "Tab"`, each with an indented text (Python-Markdown). */
const convertIndented: Convert = (lines, from, { convert }) => {
  const line = lines[from] ?? '';
  const match =
    /^([ \t]*)(!!!|\?\?\?\+?|===)(?:[ \t]+([\w-]+(?:[ \t]+[\w-]+)*))?(?:[ \t]+"([^"]*)")?[ \t]*$/u.exec(
      line,
    );
  if (!match) return undefined;
  const [, indent = '', sign = '', type = '', title] = match;
  if (type === '' && title === undefined) return undefined;
  const width = indent.length + 4;
  const isInside = (text: string) => /^(?:\t|[ ]{4})/u.test(text.slice(indent.length));
  let to = from + 1;
  while (to < lines.length && ((lines[to] ?? '').trim() === '' || isInside(lines[to] ?? '')))
    to++;
  while (to > from + 1 && (lines[to - 1] ?? '').trim() === '') to--;
  if (to === from + 1) return undefined;
  const inner = lines
    .slice(from + 1, to)
    .map((text) => text.replace(/^\t/u, '    ').slice(width));
  const text = convert(inner.join('\n').replace(/^\n+/u, ''));
  const head = title ?? toLabel(type);
  const isKnown =
    sign !== '===' && isBlockName(type.split(/[ \t]/u)[0] ?? '') && !/[[\]]/u.test(head);
  const made =
    sign === '==='
      ? `**${escapeMarkdown(head)}**\n\n${text}`
      : isKnown
        ? toBlock(sign, type, title ?? '', text)
        : toQuotation(head, text);
  return {
    to,
    text: `${indentBy(made, indent)}${isBlank(lines[to]) ? '' : '\n'}`,
    ...{
      field: 'body',
      message: `${showValue(line)} becomes ${sign === '===' ? 'a heading with its text' : isKnown ? 'a block' : 'a quotation'}`,
    },
  };
};

/** `:::name Title` … `:::` (Docusaurus, VuePress, Pandoc), if the name is not that of a block. */
const convertFenced: Convert = (lines, from, { convert }) => {
  const line = lines[from] ?? '';
  const match = /^([ \t]{0,3})(:{3,})[ \t]*\{?\.?([\w-]+)[^\n]*$/u.exec(line);
  if (!match || isBlockName(match[3] ?? '')) return undefined;
  const [, indent = '', fence = '', type = ''] = match;
  const rest = line.slice(line.indexOf(type, indent.length + fence.length) + type.length);
  const title =
    /^\[([^\]]*)\]/u.exec(rest)?.[1] ?? rest.replace(/^[^\n]*\}|\{[^}]*\}/u, '').trim();
  let depth = 1;
  let to = from + 1;
  for (; to < lines.length; to++) {
    const text = lines[to] ?? '';
    if (/^[ \t]*:{3,}[ \t]*$/u.test(text)) depth--;
    else if (/^[ \t]*:{3,}[ \t]*\{?\.?[\w-]/u.test(text)) depth++;
    if (depth === 0) break;
  }
  if (depth !== 0) return undefined;
  const text = convert(
    lines
      .slice(from + 1, to)
      .join('\n')
      .trim(),
  );
  const made = toQuotation(title === '' ? toLabel(type) : title, text);
  return {
    to: to + 1,
    text: `${from > 0 && !isBlank(lines[from - 1]) ? '\n' : ''}${made}${isBlank(lines[to + 1]) ? '' : '\n'}`,
    ...{ field: 'body', message: `${showValue(line)} becomes a quotation` },
  };
};

/** `> [!NAME] Title` (Obsidian), if the name is unknown: a quotation that begins with its kind. */
const convertAlert: Convert = (lines, from) => {
  const line = lines[from] ?? '';
  const match = /^([ \t>]*>)[ \t]*\[!([\w-]+)(?:\|[^\]]*)?\][+-]?[ \t]*(.*)$/u.exec(line);
  if (!match || isBlockName(match[2] ?? '')) return undefined;
  const [, mark = '>', type = '', title = ''] = match;
  const words = title.trim() === '' ? escapeMarkdown(toLabel(type)) : title.trim();
  return {
    to: from + 1,
    text: `${mark} **${words}**\n${mark}`,
    ...{ field: 'body', message: `${showValue(line)} becomes **${words}**` },
  };
};

/**
 * Drops markers of a table of contents, such as a list with `{:toc}` below it: pages generate
 * their own.
 */
const dropContents: Convert = (lines, from) => {
  const line = lines[from] ?? '';
  const isList =
    /^[ \t]*(?:[*+-]|\d+[.)])[ \t]+\S/u.test(line) &&
    /^[ \t]*\{:?[^}]*\btoc\b[^}]*\}[ \t]*$/iu.test(lines[from + 1] ?? '');
  const isSign =
    /^[ \t]*(?:\[\[?_?toc_?\]?\]|@\[toc\](?:\([^)]*\))?|\{\{[<%]?-?\s*toc\s*-?[>%]?\}\}|\{%-?\s*toc\s*-?%\}|\{:toc\}|\$\{toc\})[ \t]*$/iu.test(
      line,
    );
  if (!isList && !isSign) return undefined;
  return {
    to: from + (isList ? 2 : 1),
    text: '',
    ...{ field: 'dropped', message: `a table of contents: ${showValue(line)}` },
  };
};

/** `Term` with `: definition` below it (kramdown, PHP Markdown Extra, Goldmark, Pandoc). */
const convertDefinitions: Convert = (lines, from, { isCode }) => {
  const isTerm = (index: number) =>
    index < lines.length &&
    !isCode(index) &&
    /^[^\s:>#|`~+*-][^\n]*$/u.test(lines[index] ?? '');
  const isDefinition = (index: number) => /^[ ]{0,3}:[ \t]+\S/u.test(lines[index] ?? '');
  if (!isTerm(from) || (from > 0 && !isBlank(lines[from - 1]) && !isDefinition(from - 1)))
    return undefined;
  let at = from;
  while (isTerm(at) && !isDefinition(at)) at++;
  const terms = lines.slice(from, at);
  const gap = isBlank(lines[at]) && isDefinition(at + 1) ? 1 : 0;
  if (terms.length > 4 || !isDefinition(at + gap)) return undefined;
  at += gap;
  const made = terms.map((term) => `**${term.trim()}**`).join('  \n');
  const items: string[] = [];
  for (;;) {
    const item = [(lines[at] ?? '').replace(/^[ ]{0,3}:[ \t]+/u, '')];
    at++;
    while (at < lines.length) {
      const line = lines[at] ?? '';
      const isMore = /^(?:\t|[ ]{2,})\S/u.test(line) && !isDefinition(at);
      const isGap = isBlank(line) && /^(?:\t|[ ]{4})\S/u.test(lines[at + 1] ?? '');
      // A continuation line without indentation belongs to the paragraph.
      const isLazy =
        !isBlank(line) && !isBlank(lines[at - 1]) && isTerm(at) && !isDefinition(at + 1);
      if (!isMore && !isGap && !isLazy) break;
      item.push(isBlank(line) ? '' : `  ${line.trim()}`);
      at++;
    }
    items.push(`- ${item.join('\n')}`);
    const next = isDefinition(at)
      ? at
      : isBlank(lines[at]) && isDefinition(at + 1)
        ? at + 1
        : -1;
    if (next === -1) break;
    at = next;
  }
  return {
    to: at,
    text: `${made}\n\n${items.join('\n')}${isBlank(lines[at]) ? '' : '\n'}`,
    ...{
      field: 'body',
      message: `the definition of ${showValue(terms.join(' '))} becomes a list`,
    },
  };
};

/** `<div markdown="1">`: CommonMark reads its content as Markdown after an empty line. */
const openMarkdown: Convert = (lines, from, context) => {
  const line = lines[from] ?? '';
  const match =
    /^([ \t]{0,3}<([a-z][\w-]*)\b[^>]*?)\s+markdown(?:\s*=\s*(?:"\w*"|'\w*'|\w+))?((?:\s[^>]*)?>)[ \t]*(.*)$/iu.exec(
      line,
    );
  if (!match) return undefined;
  const [, before = '', name = '', after = '', rest = ''] = match;
  const tag = new RegExp(`<(/?)${name}\\b[^>]*>`, 'giu');
  let depth = 1;
  const inner: string[] = [];
  let at = from;
  let behind = '';
  for (; at < lines.length; at++) {
    const text = at === from ? rest : (lines[at] ?? '');
    let end: number | undefined;
    tag.lastIndex = 0;
    for (let found = tag.exec(text); found; found = tag.exec(text)) {
      depth += found[1] === '/' ? -1 : /\/>$/u.test(found[0]) ? 0 : 1;
      if (depth === 0) {
        end = found.index;
        behind = text.slice(tag.lastIndex);
        break;
      }
    }
    inner.push(end === undefined ? text : text.slice(0, end));
    if (end !== undefined) break;
  }
  if (depth !== 0) return undefined;
  const text = context.convert(
    dedent(inner)
      .join('\n')
      .replace(/^\n+|\s+$/gu, ''),
  );
  return {
    to: at + 1,
    text: `${before}${after}\n\n${text}\n\n</${name}>${behind}`,
    ...{ field: 'body', message: `${showValue(line)}: its text is read as Markdown` },
  };
};

/** A table without a header row (kramdown) gets an empty one. */
const headTable: Convert = (lines, from, { isJekyll }) => {
  const isRow = (line: string | undefined) => /^[ ]{0,3}\|.*\|[ \t]*$/u.test(line ?? '');
  const isRule = (line: string | undefined) => /^[ ]{0,3}\|[-:|+ \t=]+$/u.test(line ?? '');
  if (!isJekyll || !isRow(lines[from]) || !isBlank(lines[from - 1])) return undefined;
  let to = from;
  while (isRow(lines[to])) to++;
  const rows = lines.slice(from, to);
  if (rows.length < 2 || isRule(rows[1])) return undefined;
  const cells =
    (rows.find((row) => !isRule(row)) ?? '').trim().replace(/\\\|/gu, '').split('|').length - 2;
  const body = rows.filter((row) => !isRule(row));
  return {
    to,
    text: [`|${'  |'.repeat(cells)}`, `|${' - |'.repeat(cells)}`, ...body].join('\n'),
    ...{
      field: 'body',
      message: `the table that begins with ${showValue(rows[0] ?? '')} gets an empty header`,
    },
  };
};

const converters: readonly Convert[] = [
  dropContents,
  convertIndented,
  convertFenced,
  convertAlert,
  openMarkdown,
  headTable,
  convertDefinitions,
];

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** `note inline` -> `Note` */
function toLabel(type: string): string {
  const [word = ''] = type.split(/[ \t]/u);
  return word
    .replace(/[-_]/gu, ' ')
    .toLowerCase()
    .replace(/^./u, (sign) => sign.toUpperCase());
}

/** Whether readers get a block for a name, of Docusaurus, VitePress, GitHub or Obsidian. */
function isBlockName(name: string): boolean {
  return formOf(name)?.kind === 'container';
}

/** A block with more colons than those in it; `???` folds it. */
function toBlock(sign: string, type: string, title: string, text: string): string {
  const inner = text.match(/^[ \t>]*:{3,}/gmu) ?? [];
  const longest = Math.max(2, ...inner.map((fence) => fence.replace(/[^:]/gu, '').length));
  const fence = ':'.repeat(longest + 1);
  const name = type.split(/[ \t]/u)[0]?.toLowerCase() ?? '';
  const fold = sign === '!!!' ? '' : sign === '???+' ? '{fold=open}' : '{fold}';
  const label = title === '' ? '' : `[${escapeMarkdown(title)}]`;
  return `${fence}${name}${label}${fold}\n${text}\n${fence}`;
}

function toQuotation(head: string, text: string): string {
  const title = head === '' ? '' : `**${escapeMarkdown(head)}**\n\n`;
  return `${title}${text}`
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function indentBy(text: string, indent: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}

/** Removes common indentation. */
function dedent(lines: readonly string[]): string[] {
  const depths = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0);
  const depth = depths.reduce((least, one) => Math.min(least, one), 40);
  return lines.map((line, index) =>
    index === 0 ? line : line.slice(Math.min(depth, /^[ \t]*/u.exec(line)?.[0].length ?? 0)),
  );
}
