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
  const rest = [
    { ...words, value: words.value.slice(found[0].length) },
    ...first.children.slice(1),
  ];
  const { line, below } = splitLine(rest);
  const { position } = first;
  const place = position && {
    position: {
      start: { ...position.start, column: position.start.column + end - start, offset: end },
      end: position.end,
    },
  };
  const children: (BlockContent | DefinitionContent)[] = [...others];
  if (below.length > 0) children.unshift({ type: 'paragraph', children: below, ...place });
  if (line.length > 0) {
    const title: Paragraph = {
      type: 'paragraph',
      data: { directiveLabel: true },
      children: line,
    };
    children.unshift({ ...title, ...place });
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

/** The content of the first line, and of those below it. */
function splitLine(nodes: readonly PhrasingContent[]) {
  const line: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    const after = nodes.slice(index + 1);
    if (node.type === 'break') return { line, below: after };
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || at < 0) {
      if (node.type !== 'text' || node.value.trim() !== '') line.push(node);
      continue;
    }
    const value = node.value.slice(0, at);
    if (value.trim() !== '') line.push({ ...node, value });
    const below = { ...node, value: node.value.slice(at + 1) };
    return { line, below: below.value === '' ? after : [below, ...after] };
  }
  return { line, below: [] };
}
