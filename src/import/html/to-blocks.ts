import type { Element } from 'hast';
import type { BlockContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Options } from 'rehype-remark';
import type { Options as StringifyOptions } from 'remark-stringify';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';

type State = Parameters<NonNullable<NonNullable<Options['handlers']>[string]>>[0];
type Write = NonNullable<NonNullable<StringifyOptions['handlers']>['paragraph']>;

/** Longer titles would not be read as one; they become a paragraph. */
const maxTitle = 400;

/**
 * Converts disclosures, pull quotes of WordPress, and callouts and toggles of Ghost to blocks with
 * all their words; undefined for any other element.
 */
export function toBlock(state: State, node: Element): RootContent | undefined {
  const classes = new Set(attributeOf(node, 'className').split(/\s+/u));
  if (node.tagName === 'details') {
    const name = 'open' in node.properties ? 'details{open}' : 'details';
    return createBlock(
      state,
      name,
      partOf(node, ({ tagName }) => tagName === 'summary'),
    );
  }
  if (node.tagName === 'figure' && classes.has('wp-block-pullquote'))
    return toPullQuote(state, node);
  if (classes.has('kg-toggle-card')) {
    dropPart(node, 'kg-toggle-card-icon');
    return createBlock(state, 'details', partOf(node, withClass('kg-toggle-heading')));
  }
  if (!classes.has('kg-callout-card')) return undefined;
  const emoji = partOf(node, withClass('kg-callout-emoji'));
  const words = emoji.part && textOf(emoji.part);
  const block = createBlock(state, 'note', { rest: emoji.rest });
  const [first] = block.children;
  if (words && first?.type === 'paragraph')
    first.children.unshift({ type: 'text', value: `${words} ` });
  else if (words)
    block.children.unshift({ type: 'paragraph', children: [{ type: 'text', value: words }] });
  return block as never;
}

/** A block, before it is written; `name` has the attributes that it needs. */
interface DraftBlock {
  readonly type: 'containerDirective';
  readonly name: string;
  readonly children: BlockContent[];
}

interface Parts {
  readonly part?: Element | undefined;
  readonly rest: Element;
}

function createBlock(
  state: State,
  name: string,
  { part, rest }: Parts,
): DraftBlock & RootContent {
  const children = state.toFlow(state.all(rest)) as BlockContent[];
  if (part !== undefined && textOf(part) !== '') {
    const flow = state.toFlow(state.all(part)) as BlockContent[];
    const [only] = flow;
    const isTitle = flow.length === 1 && textOf(part).length <= maxTitle && only !== undefined;
    if (isTitle && (only.type === 'paragraph' || only.type === 'heading'))
      children.unshift({
        ...{ type: 'paragraph', data: { directiveLabel: true } as never },
        children: only.children,
      });
    else children.unshift(...flow);
  }
  return { type: 'containerDirective', name, children } as never;
}

/** The words of the quotation, and a last paragraph with who said them. */
function toPullQuote(state: State, node: Element): RootContent {
  const { part, rest } = partOf(node, ({ tagName }) => tagName === 'cite');
  for (const { element } of [...elementsOf(rest)])
    if (element.tagName === 'blockquote') element.tagName = 'div';
  const block = createBlock(state, 'pullquote', { rest });
  if (part === undefined || textOf(part) === '') return block;
  const [said, ...others] = state.toFlow(state.all(part)) as BlockContent[];
  const words: PhrasingContent[] = said?.type === 'paragraph' ? said.children : [];
  const name: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: '— ' }, ...words],
  };
  block.children.push(...(words.length > 0 ? [name, ...others] : []));
  return block;
}

function withClass(name: string) {
  return (element: Element) => attributeOf(element, 'className').split(/\s+/u).includes(name);
}

/** Takes the first matching element out of a tree. */
function partOf(node: Element, isPart: (element: Element) => boolean): Parts {
  const found = [...elementsOf(node)].find(({ element }) => isPart(element));
  const parent = found?.ancestors.at(-1);
  if (parent) parent.children = parent.children.filter((child) => child !== found?.element);
  return { part: found?.element, rest: node };
}

function dropPart(node: Element, name: string): void {
  const { part } = partOf(node, withClass(name));
  if (part !== undefined && textOf(part) !== '') node.children.push(part);
}

/** Writes a block: `:::name[Title]`, its content, and a last line with as many colons. */
export const writeBlock: Write = (node, _, state, info) => {
  const { name, children } = node as unknown as DraftBlock;
  const colons = ':'.repeat(3 + depthOf(children));
  const [first] = children;
  const isTitled = first?.data !== undefined && 'directiveLabel' in first.data;
  const exit = state.enter('label');
  const label =
    isTitled && first?.type === 'paragraph'
      ? state.containerPhrasing(first, { ...info, before: '[', after: ']' })
      : '';
  exit();
  const title = label === '' ? '' : `[${label.replace(/\\?\s*\n\s*/gu, ' ').trim()}]`;
  const content = isTitled ? children.slice(1) : children;
  const inner = state.containerFlow({ type: 'blockquote', children: content }, info);
  const opening = name.replace(/(?=\{|$)/u, title);
  return [`${colons}${opening}`, ...(inner === '' ? [] : [inner]), colons].join('\n');
};

/** How many blocks are within each other. */
function depthOf(nodes: readonly Nodes[]): number {
  const depths = nodes.map((node) =>
    'children' in node
      ? depthOf(node.children) + ((node.type as string) === 'containerDirective' ? 1 : 0)
      : 0,
  );
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}
