import type { Nodes, Parents, Root } from 'mdast';
import type { Range } from './finding.ts';
import type { ScannedHtml } from './scan-html.ts';

/**
 * The source with everything masked that a rule must not look at. Offsets and lines stay the
 * same: each masked character is U+FFFC.
 */
export interface Masks {
  /** Without code and escaped characters, to search for template tags and hidden comments. */
  readonly outsideCode: string;
  /** Without code, but with escaped characters. */
  readonly withEscapes: string;
  /** Also without Markdown marks, URLs and HTML tags: what readers see. */
  readonly prose: string;
  /** Only the text between the tags of HTML blocks. */
  readonly htmlText: string;
}

/** Masks a character; neither white space nor a letter. */
export const cover = '\uFFFC';

const escapedSign = /\\[!-/:-@[-`{-~]/gu;
const bareAddress = /(?:https?:\/\/|www\.)[^\s<>()[\]]{1,2000}/giu;

export function maskSource(tree: Root, source: string, html: ScannedHtml): Masks {
  const code: Range[] = [...html.literals];
  const marks: Range[] = html.tokens.map(({ start, end }) => [start, end]);
  collect(tree, { code, marks, source });
  const withEscapes = coverRanges(source, code);
  const escapes = rangesOf(withEscapes.includes('\\') ? escapedSign : undefined, withEscapes);
  const outsideCode = coverRanges(withEscapes, escapes);
  const hasAddress = source.includes('://') || source.includes('www.');
  const addresses = rangesOf(hasAddress ? bareAddress : undefined, source);
  const prose = coverRanges(outsideCode, [...marks, ...addresses]);
  const htmlText = html.texts.length === 0 ? '' : keepRanges(prose, html.texts);
  return { outsideCode, withEscapes, prose, htmlText };
}

function rangesOf(pattern: RegExp | undefined, text: string): Range[] {
  if (pattern === undefined) return [];
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => [
    index,
    index + found.length,
  ]);
}

interface Found {
  readonly code: Range[];
  readonly marks: Range[];
  readonly source: string;
}

function collect(node: Nodes, found: Found): void {
  if (node.type === 'text') return;
  const range = rangeOf(node);
  if (range) coverNode(node, range, found);
  if ('children' in node) for (const child of node.children) collect(child, found);
}

function coverNode(node: Nodes, [start, end]: Range, { code, marks, source }: Found): void {
  switch (node.type) {
    case 'code':
    case 'inlineCode':
      code.push([start, end]);
      break;
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'footnoteReference':
    case 'thematicBreak':
      marks.push([start, end]);
      break;
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const width = node.type === 'strong' || source.slice(start, start + 2) === '~~' ? 2 : 1;
      marks.push([start, start + width], [end - width, end]);
      break;
    }
    case 'containerDirective':
    case 'leafDirective':
      marks.push(...(node.data?.directiveMarks ?? []));
      break;
    case 'link':
    case 'linkReference':
    case 'heading':
    case 'footnoteDefinition':
      marks.push(...around(node, start, end));
      break;
    case 'table': {
      // The delimiter row below the table head.
      const head = node.children[0];
      const next = node.children[1];
      const from = head && rangeOf(head)?.[1];
      if (from !== undefined) marks.push([from, (next && rangeOf(next)?.[0]) ?? end]);
      break;
    }
  }
}

/** The ranges before and after the children of a node; all of it if they have no position. */
function around(node: Parents, start: number, end: number): Range[] {
  const first = node.children[0];
  const last = node.children.at(-1);
  const from = first && rangeOf(first)?.[0];
  const to = last && rangeOf(last)?.[1];
  if (from === undefined || to === undefined) return [[start, end]];
  return [
    [start, from],
    [to, end],
  ];
}

export function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : [start, end];
}

function coverRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let last = 0;
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    if (end <= last) continue;
    const from = Math.max(start, last);
    result += text.slice(last, from) + coverLines(text.slice(from, end));
    last = end;
  }
  return result + text.slice(last);
}

function coverLines(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]/g, cover) : cover.repeat(text.length);
}

function keepRanges(text: string, ranges: readonly Range[]): string {
  const others: Range[] = [];
  let last = 0;
  for (const [start, end] of ranges) {
    others.push([last, start]);
    last = end;
  }
  others.push([last, text.length]);
  return coverRanges(text, others);
}
