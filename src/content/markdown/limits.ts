import type { Nodes, Root } from 'mdast';
import { type Problem, wrongValue } from '../../system/problems/problem.ts';
import type { RenderOptions } from './markdown-job.ts';

/** About some seconds with the slower parser; an ordinary article needs a thousandth of it. */
const mostEffort = 100_000_000;

/** Returns a problem if a source would take a parser too long, without parsing it. */
export function findExcess(source: string, options: RenderOptions): Problem | undefined {
  const depth = deepestBlock(source);
  if (depth.nesting > options.limits.nesting) return tooDeep(options, depth);
  if (measureEffort(source) <= mostEffort) return undefined;
  return {
    file: options.file,
    line: options.firstLine,
    column: 1,
    severity: 'error',
    field: 'text',
    message: wrongValue(
      'at most some thousands of rows and items, and of marks such as * _ [ ] <!-- in a paragraph',
      'far more',
    ),
    cure: 'divide the article, or write the marks as code',
  };
}

/**
 * The problem for a source that is nested too deeply. Without a measured depth it reports
 * "more".
 */
export function tooDeep(options: RenderOptions, depth?: Depth): Problem {
  const { file, firstLine, limits } = options;
  return {
    file,
    line: firstLine + (depth?.line ?? 1) - 1,
    column: 1,
    severity: 'error',
    field: 'text',
    message: wrongValue(
      `nesting no deeper than ${limits.nesting}`,
      depth === undefined ? 'more' : String(depth.nesting),
    ),
  };
}

/** How deep something is nested, and the line (from 1) where it is deepest. */
export interface Depth {
  readonly nesting: number;
  readonly line: number;
}

const marker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]{1,999}\]:/uy;
const rule = /([-*])(?:[ \t]*\1){2,}[ \t]*$/uy;

/**
 * An upper bound for the nesting of quotations, lists and footnotes, without parsing: both
 * parsers need minutes for some thousands of `>`, or overflow the stack. Linear time. Counts a
 * line's own markers, plus the list items that its indentation can continue (two columns each).
 */
export function deepestBlock(body: string): Depth {
  let deepest: Depth = { nesting: 0, line: 1 };
  let number = 0;
  for (const line of body.split('\n')) {
    number++;
    let markers = 0;
    let columns = 0;
    for (let at = 0; at < line.length; ) {
      const character = line[at];
      if (character === ' ' || character === '\t') {
        columns += character === ' ' ? 1 : 4;
        at++;
        continue;
      }
      if (character === '>') {
        markers++;
        at++;
        continue;
      }
      // A thematic break (`* * *`) contains nothing. Tested once only, so that the scan stays
      // linear.
      rule.lastIndex = at;
      marker.lastIndex = at;
      if ((markers === 0 && rule.test(line)) || !marker.test(line)) break;
      markers++;
      at = marker.lastIndex;
    }
    const nesting = markers + Math.min(deepest.nesting, Math.floor(columns / 2));
    if (nesting > deepest.nesting) deepest = { nesting, line: number };
  }
  return deepest;
}

/** The nesting of `deepestBlock`. */
export function measureNesting(body: string): number {
  return deepestBlock(body).nesting;
}

/** Elements without an end tag: what follows is not inside them. */
const unclosed: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'rt',
  'rp',
  'colgroup',
  'caption',
]);
const tag = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/giu;

/**
 * The depth of a Markdown tree: nested quotations, items and inline marks, or tags of raw HTML
 * that are open at the same time. Not recursive, so it works where later steps would overflow
 * the stack.
 */
export function deepestNode(tree: Root): Depth {
  let deepest: Depth = { nesting: 0, line: 1 };
  let tags = 0;
  const stack: { node: Nodes; nesting: number }[] = [{ node: tree, nesting: 0 }];
  const note = (node: Nodes, nesting: number): void => {
    if (nesting > deepest.nesting) deepest = { nesting, line: node.position?.start.line ?? 1 };
  };
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node } = item;
    const nesting = item.nesting + (counts(node) ? 1 : 0);
    note(node, nesting);
    if (node.type === 'html') {
      for (const match of node.value.matchAll(tag)) {
        if (unclosed.has((match[2] ?? '').toLowerCase())) continue;
        tags = match[1] === '/' ? Math.max(0, tags - 1) : tags + 1;
        note(node, tags);
      }
    }
    if (!('children' in node)) continue;
    // In reverse, so that the stack returns them in order.
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) stack.push({ node: child, nesting });
    }
  }
  return deepest;
}

function counts({ type }: Nodes): boolean {
  return !(
    type === 'root' ||
    type === 'list' ||
    type === 'paragraph' ||
    type === 'text' ||
    type === 'html'
  );
}

/** Emphasis and link marks: a parser may compare each with every other in its paragraph. */
const marks = /\*+|_+|~+|[[\]]/gu;
/** A possible email address. */
const longWord = /(?<![\w.+-])[\w.+-]{1000,}/gu;
/** Rows, items and the like start a new paragraph. */
const paragraphStart = /^\s*(?:[-+*|>#=]|\d+[.)]|$)/u;
const tableRule = /^[ \t>]*[|:-][-|: \t]*$/u;

/** Constructs whose end a parser looks for up to the end of the paragraph. */
const openings: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
];
const noneOpen: readonly number[] = openings.map(() => 0);

/**
 * Estimates the parsing cost of a source. The time is quadratic in the marks of one paragraph,
 * in the rows and items of an article, and in the length of a long word before an `@`. A parser
 * searches for the end of each open comment to the end of its paragraph. A table has a cell for
 * each column in each row, even if it is not written. An article with a link in every line is
 * below one thousand; one hundred million takes the slower parser some seconds. Linear time.
 */
export function measureEffort(body: string): number {
  let effort = 0;
  let paragraph = 0;
  let length = 0;
  let open = noneOpen;
  let rows = 0;
  let columns = 0;
  for (const line of body.split('\n')) {
    const starts = paragraphStart.test(line);
    if (starts) {
      effort += paragraph ** 2 + length * Math.max(...open);
      paragraph = 0;
      length = 0;
      open = noneOpen;
    }
    length += line.length;
    if (line.includes('<'))
      open = openings.map(([start, end], index) => {
        const last = line.lastIndexOf(end);
        const unclosed = line.slice(last + 1).split(start).length - 1;
        return last < 0 ? (open[index] ?? 0) + unclosed : unclosed;
      });
    if ((starts && line !== '') || line.includes('|')) rows++;
    if (tableRule.test(line)) columns = Math.max(columns, line.split('|').length);
    paragraph += line.match(marks)?.length ?? 0;
    if (line.length >= 1000)
      for (const word of line.match(longWord) ?? []) effort += word.length ** 2;
  }
  return (
    effort + paragraph ** 2 + length * Math.max(...open) + 4 * rows ** 2 + 100 * columns * rows
  );
}
