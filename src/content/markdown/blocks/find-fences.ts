import type { Range } from '../unsupported/finding.ts';
import { formOf } from './directive-table.ts';

/** A line that starts or ends a block, or is one. */
export interface Fence {
  readonly kind: 'open' | 'close' | 'leaf';
  /** Offsets of the line from its first colon to its last visible character. */
  readonly range: Range;
  /** From 1. */
  readonly line: number;
  readonly colons: number;
  /** As written; empty for `close`. */
  readonly name: string;
  readonly title?: Range;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An opening line with its closing line, or a leaf. */
export type FencedBlock = readonly [open: Fence, close: Fence] | readonly [leaf: Fence];

/** What may precede an opening line: marks of quotations and lists. */
const margin = String.raw`(?<margin>[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)`;
const attributeList = String.raw`\{[^{}\n]{0,1000}\}`;
const name = String.raw`(?<name>\p{L}[\p{L}\p{N}_-]{0,40})`;

/** `:::name`, `:::name[Title]{key=value}`, `::: name Title`, `::: {.name}`. */
const opening = new RegExp(
  String.raw`^${margin}(?<it>(?<colons>:{3,})[ \t]*(?:${name}(?:\[(?<label>[^\n]{0,500})\])?(?<attributes>${attributeList})?(?:[ \t]+(?<title>[^\n]{1,500}?)(?<late>[ \t]*${attributeList})?)?|(?<only>\{[ \t]*\.\p{L}[^{}\n]{0,1000}\})))[ \t]*$`,
  'u',
);
const closing = /^(?<margin>[ \t>]*)(?<it>(?<colons>:{3,}))[ \t]*$/u;
const leaf = new RegExp(
  String.raw`^${margin}(?<it>(?<colons>::)${name}(?:\[(?<label>[^\n]{0,500})\])?(?<attributes>${attributeList})?)[ \t]*$`,
  'u',
);

/** More blocks that are open at the same time are text; nesting has a limit of its own. */
const mostOpen = 200;

/**
 * Finds the blocks of a source: each opening line with its closing line, and known leaves. Lines
 * within `hidden` (code, HTML) are text. An opening line without an end is not a block. Linear time.
 */
export function findBlocks(source: string, hidden: readonly Range[]): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  const open: Fence[] = [];
  for (const fence of findFences(source, hidden)) {
    if (fence.kind === 'leaf') blocks.push([fence]);
    else if (fence.kind === 'open') {
      open.push(fence);
      if (open.length > mostOpen) open.shift();
    } else {
      // The innermost block that is as long, else the innermost of those that are shorter.
      let at = open.findLastIndex(({ colons }) => colons === fence.colons);
      if (at < 0) at = open.findLastIndex(({ colons }) => colons <= fence.colons);
      const start = open[at];
      if (start === undefined) continue;
      blocks.push([start, fence]);
      open.length = at;
    }
  }
  return blocks;
}

function findFences(source: string, hidden: readonly Range[]): Fence[] {
  const found: Fence[] = [];
  let offset = 0;
  let number = 0;
  let next = 0;
  for (const line of source.split('\n')) {
    number++;
    const start = offset;
    offset += line.length + 1;
    if (!line.includes('::')) continue;
    while ((hidden[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++;
    const fence = readFence(line, start, number);
    // A title may contain code.
    if (fence === undefined || (hidden[next]?.[0] ?? offset) < fence.range[0]) continue;
    found.push(fence);
  }
  return found;
}

function readFence(line: string, start: number, number: number): Fence | undefined {
  const kinds = { open: opening, close: closing, leaf } as const;
  for (const kind of ['open', 'close', 'leaf'] as const) {
    const groups = kinds[kind].exec(line)?.groups;
    if (groups === undefined) continue;
    const { margin: before = '', it = '', colons = '' } = groups;
    const from = start + before.length;
    const list = readAttributes(groups['attributes'] ?? groups['late'] ?? groups['only'] ?? '');
    const parts = {
      range: [from, from + it.length],
      line: number,
      colons: colons.length,
    } as const;
    if (kind === 'close') return { kind, ...parts, name: '', attributes: {} };
    const { class: classes = '', ...attributes } = list;
    const [first = '', ...others] = classes.split(' ');
    const isPandoc = groups['only'] !== undefined;
    const called = isPandoc ? first : (groups['name'] ?? '');
    const left = isPandoc ? others.join(' ') : classes;
    if (kind === 'leaf' && formOf(called)?.kind !== 'leaf') return undefined;
    const { title: rest } = groups;
    // `::: Notice :::` is a line of text with ornaments.
    if (rest?.endsWith(':::')) return undefined;
    return {
      kind,
      ...parts,
      name: called,
      attributes: left === '' ? attributes : { ...attributes, class: left },
      ...titleOf(groups, line, start),
    };
  }
  return undefined;
}

/** The title in brackets, else the words after the name. */
function titleOf(
  { label, title }: Readonly<Record<string, string | undefined>>,
  line: string,
  start: number,
): Pick<Fence, 'title'> {
  const written = (label ?? '').trim() === '' ? title : label;
  const text = written?.trim() ?? '';
  if (text === '' || written === undefined) return {};
  const at =
    line.indexOf(written, line.indexOf(written === label ? '[' : ' ')) + written.indexOf(text);
  return { title: [start + at, start + at + text.length] };
}

const attribute =
  /(?:(?<sign>[.#])(?<short>[^\s.#="'{}]+)|(?<key>[\p{L}_][\p{L}\p{N}_:.-]*)(?:[ \t]*=[ \t]*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'{}]+)))?)/gu;

/** `{.class #id key=value other="more words" flag}` as a record; classes are joined. */
export function readAttributes(written: string): Record<string, string> {
  const found: [string, string][] = [];
  const classes: string[] = [];
  for (const { groups = {} } of written.matchAll(attribute)) {
    const { sign, short = '', key = '', double, single, bare } = groups;
    if (sign === '.') classes.push(short);
    else if (sign === '#') found.push(['id', short]);
    else found.push([key, double ?? single ?? bare ?? '']);
  }
  if (classes.length > 0) found.push(['class', classes.join(' ')]);
  // `fromEntries` defines, so that a name such as `__proto__` is a name like others.
  return Object.fromEntries(found);
}
