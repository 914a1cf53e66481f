import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Paragraph,
  PhrasingContent,
  Root,
} from 'mdast';
import { visitNodes } from '../visit-tree.ts';
import type { Directive } from './directive.ts';
import { formOf } from './directive-table.ts';

type Point = NonNullable<Paragraph['position']>['start'];

const mark =
  /^\[!(?<name>\p{L}[\p{L}\p{N}_-]{0,40})(?:\|[^\]\n]{0,60})?\](?<fold>[+-]?)[ \t]*/u;

/**
 * Turns callouts (`> [!NOTE]` of GitHub, `> [!tip]- Title` of Obsidian) into directives with the same
 * name; `-` and `+` fold them. A quotation with an unknown name stays as it is.
 */
export function readCallouts(tree: Root, source: string): void {
  if (!source.includes('[!')) return;
  visitNodes(tree, (node, index, parent) => {
    const callout = node.type === 'blockquote' ? toCallout(node, source) : undefined;
    if (callout) (parent.children as unknown[])[index] = callout;
    return undefined;
  });
}

function toCallout(quotation: Blockquote, source: string): Directive | undefined {
  const [first, ...others] = quotation.children;
  if (first?.type !== 'paragraph') return undefined;
  const [words] = first.children;
  if (words?.type !== 'text') return undefined;
  const found = mark.exec(words.value);
  const name = found?.groups?.['name'];
  const start = first.position?.start.offset;
  if (!found || name === undefined || start === undefined) return undefined;
  // An escaped bracket is text.
  if (source.charAt(start) !== '[' || formOf(name)?.kind !== 'container') return undefined;
  const fold = found.groups?.['fold'];
  const end = start + found[0].length;
  const place = placeFrom(first, start, end, source);
  const rest = [
    {
      ...words,
      value: words.value.slice(found[0].length),
      ...(place && words.position && { position: { ...words.position, start: place.start } }),
    },
    ...first.children.slice(1),
  ];
  const next = placeFrom(first, start, nextLine(source, end), source);
  const { line, below } = splitLine(rest, source, next?.start);
  const children: (BlockContent | DefinitionContent)[] = [...others];
  if (below.length > 0)
    children.unshift({ type: 'paragraph', children: below, ...(next && { position: next }) });
  if (line.length > 0) {
    const title: Paragraph = {
      type: 'paragraph',
      data: { directiveLabel: true },
      children: line,
    };
    const stop = line.at(-1)?.position?.end;
    const whole = place && stop && { position: { start: place.start, end: stop } };
    children.unshift({ ...title, ...whole });
  }
  return {
    type: 'containerDirective',
    name,
    attributes: fold ? { fold: fold === '+' ? 'open' : '' } : {},
    data: { directiveMarks: [[start, end]] },
    children,
    ...(quotation.position && { position: quotation.position }),
  };
}

/** The position from an offset to the end of a paragraph. */
function placeFrom({ position }: Paragraph, start: number, from: number, source: string) {
  if (position === undefined) return undefined;
  const lines = source.slice(start, from).split('\n');
  const column = lines.length === 1 ? position.start.column : 1;
  const point = {
    line: position.start.line + lines.length - 1,
    column: column + (lines.at(-1)?.length ?? 0),
    offset: from,
  };
  return { start: point, end: position.end };
}

/** Where the words of the line below an offset start. */
function nextLine(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  if (end < 0) return source.length;
  return end + 1 + (/^[ \t>]*/u.exec(source.slice(end + 1, end + 1000))?.[0].length ?? 0);
}

/**
 * The content of the first line, and of those below it, whose position is known. Each part of a text
 * gets the position of its own words, by which imports edit them.
 */
function splitLine(nodes: readonly PhrasingContent[], source: string, next: Point | undefined) {
  const line: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    const after = nodes.slice(index + 1);
    if (node.type === 'break') return { line, below: after };
    if (node.type !== 'text') {
      line.push(node);
      continue;
    }
    const at = node.value.indexOf('\n');
    const value = at < 0 ? node.value : node.value.slice(0, at);
    const { start, end } = node.position ?? {};
    const last = source.indexOf('\n', start?.offset);
    const cut = start?.offset !== undefined && at >= 0 && last >= 0 ? last : undefined;
    if (value.trim() !== '') {
      const stop = start && cut !== undefined && endAt(start, cut);
      line.push({ ...node, value, ...(stop && { position: { start, end: stop } }) });
    }
    if (at < 0) continue;
    const rest = node.value.slice(at + 1);
    const place = next && end && { position: { start: next, end } };
    return {
      line,
      below: rest === '' ? after : [{ ...node, value: rest, ...place }, ...after],
    };
  }
  return { line, below: [] };
}

function endAt(start: Point, offset: number): Point {
  return { ...start, column: start.column + offset - (start.offset ?? 0), offset };
}
