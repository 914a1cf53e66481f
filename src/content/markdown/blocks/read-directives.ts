import type { BlockContent, Nodes, Paragraph, Parents, Root, RootContent } from 'mdast';
import type { Range } from '../unsupported/finding.ts';
import { eachNode } from '../visit-tree.ts';
import type { Directive } from './directive.ts';
import { formOf } from './directive-table.ts';
import { type Fence, type FencedBlock, findBlocks } from './find-fences.ts';

type Parse = (source: string) => Root;

/**
 * Parses a source with its blocks (`:::name` … `:::` and `::name{…}`) as directives, whichever
 * parser does it. During parsing, a thematic break of the same length takes the place of each of
 * their lines: it ends a paragraph and a list as they do, and all offsets stay. A block whose lines
 * are not in the same parent, or whose name is unknown, stays as written.
 */
export function readDirectives(source: string, parse: Parse): Root {
  const plain = parse(source);
  if (!/^[ \t>\-+*\d.)]*::/mu.test(source)) return plain;
  let blocks = findBlocks(source, literalRanges(plain));
  for (let round = 0; round < 4 && blocks.length > 0; round++) {
    const tree = parse(hideLines(source, blocks.flat()));
    const parents = findParents(tree, blocks);
    const placed = blocks.filter(
      ([open, close = open]) =>
        parents.get(open.line) !== undefined &&
        parents.get(open.line) === parents.get(close.line),
    );
    if (placed.length === blocks.length) {
      const fences = new Map(blocks.flat().map((fence) => [fence.line, fence]));
      for (const parent of new Set(parents.values())) group(parent, fences, source, parse);
      return tree;
    }
    blocks = placed;
  }
  return plain;
}

/** Where a line of colons is code, HTML or part of a table, in order. */
function literalRanges(tree: Root): Range[] {
  const ranges: Range[] = [];
  eachNode(tree, ({ type, position }) => {
    const isLiteral = type === 'code' || type === 'html' || type === 'inlineCode';
    if (isLiteral && position?.start.offset !== undefined)
      ranges.push([position.start.offset, position.end.offset ?? position.start.offset]);
  });
  return ranges.sort(([a], [b]) => a - b);
}

function hideLines(source: string, fences: readonly Fence[]): string {
  let masked = '';
  for (const { range } of fences.toSorted((a, b) => a.range[0] - b.range[0]))
    masked += source.slice(masked.length, range[0]) + '_'.repeat(range[1] - range[0]);
  return masked + source.slice(masked.length);
}

/** The parent of each line that was read as a thematic break. */
function findParents(tree: Root, blocks: readonly FencedBlock[]): Map<number, Parents> {
  const lines = new Set(blocks.flat().map(({ line }) => line));
  const found = new Map<number, Parents>();
  const look = (parent: Parents): void => {
    for (const child of parent.children as Nodes[]) {
      const line = child.position?.start.line;
      if (child.type === 'thematicBreak' && line !== undefined && lines.has(line))
        found.set(line, parent);
      if ('children' in child) look(child);
    }
  };
  look(tree);
  return found;
}

/** Moves what is between two lines of a parent into a directive. */
function group(
  parent: Parents,
  fences: ReadonlyMap<number, Fence>,
  source: string,
  parse: Parse,
): void {
  const all: RootContent[] = [];
  const open: { fence: Fence; children: RootContent[]; position: Nodes['position'] }[] = [];
  for (const child of parent.children as RootContent[]) {
    const siblings = open.at(-1)?.children ?? all;
    const fence =
      child.type === 'thematicBreak' ? fences.get(child.position?.start.line ?? 0) : undefined;
    if (fence === undefined) siblings.push(child);
    else if (fence.kind === 'open')
      open.push({ fence, children: [], position: child.position });
    else if (fence.kind === 'leaf')
      siblings.push(createDirective(fence, undefined, [], child.position, source, parse));
    else {
      const block = open.pop();
      if (block === undefined) continue;
      const outer = open.at(-1)?.children ?? all;
      const { position, children } = block;
      if (formOf(block.fence.name)?.kind !== 'container') {
        outer.push(lineAsText(block.fence, position, source), ...children);
        outer.push(lineAsText(fence, child.position, source));
        continue;
      }
      const whole = position &&
        child.position && { start: position.start, end: child.position.end };
      outer.push(createDirective(block.fence, fence, children, whole, source, parse));
    }
  }
  (parent as { children: RootContent[] }).children = all;
}

function createDirective(
  fence: Fence,
  close: Fence | undefined,
  children: readonly RootContent[],
  position: Nodes['position'],
  source: string,
  parse: Parse,
): Directive {
  const [start, end] = fence.range;
  const { title, name, attributes } = fence;
  const marks: Range[] = title
    ? [
        [start, title[0]],
        [title[1], end],
      ]
    : [[start, end]];
  if (close) marks.push([...close.range]);
  const parts = {
    name,
    attributes,
    ...(position && { position }),
    data: { directiveMarks: marks },
  };
  const label = title && position && titleNode(title, position, source, parse);
  if (close === undefined)
    return { type: 'leafDirective', ...parts, children: label?.children ?? [] };
  const content = children as BlockContent[];
  return {
    type: 'containerDirective',
    ...parts,
    children: label ? [label, ...content] : content,
  };
}

/** A title is a line of Markdown within a paragraph; what would be another block is text. */
function titleNode(
  [from, to]: Range,
  { start }: NonNullable<Nodes['position']>,
  source: string,
  parse: Parse,
): Paragraph {
  const text = source.slice(from, to);
  const [only, ...others] = parse(text).children;
  const column = start.column + from - (start.offset ?? from);
  const shift = (point: { line: number; column: number; offset?: number | undefined }) => ({
    line: start.line,
    column: point.column + column - 1,
    offset: (point.offset ?? 0) + from,
  });
  const position = {
    start: shift({ line: 1, column: 1, offset: 0 }),
    end: shift({ line: 1, column: 1 + text.length, offset: text.length }),
  };
  const data = { directiveLabel: true };
  if (only?.type !== 'paragraph' || others.length > 0)
    return {
      type: 'paragraph',
      data,
      position,
      children: [{ type: 'text', value: text, position }],
    };
  eachNode(only, (node) => {
    if (node.position)
      node.position = { start: shift(node.position.start), end: shift(node.position.end) };
  });
  return { ...only, data, position };
}

function lineAsText({ range }: Fence, position: Nodes['position'], source: string): Paragraph {
  const place = position && { position };
  return {
    type: 'paragraph',
    ...place,
    children: [{ type: 'text', value: source.slice(...range), ...place }],
  };
}
