import type { Element, Root } from 'hast';
import type {
  BlockContent,
  FootnoteDefinition,
  Nodes,
  Paragraph,
  PhrasingContent,
  Strong,
} from 'mdast';
import type { Options } from 'rehype-remark';
import rehypeRemark from 'rehype-remark';
import remarkCjkFriendly from 'remark-cjk-friendly/serializeOnly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/serializeOnly';
import remarkGfm from 'remark-gfm';
import type { Options as StringifyOptions } from 'remark-stringify';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remarkBehindBrace } from '../../content/markdown/escape-text.ts';
import { dropEscapes } from '../markdown/drop-escapes.ts';
import { freePunctuation, hasJoinedEmphasis } from './free-punctuation.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import { toBlock, writeBlock } from './to-blocks.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/**
 * Serializes a normalized tree as Markdown (CommonMark with GFM tables and footnotes) that ends
 * in a line feed. Its only HTML is `<sub>`, `<sup>`, `<ruby>`, and `<br>` in cells, for which
 * Markdown has no syntax.
 */
export function toMarkdown(text: Root): string {
  const defined = new Set(
    [...elementsOf(text)]
      .filter(({ element }) => element.tagName === 'li')
      .flatMap(({ element }) => /^fn:(.+)$/u.exec(attributeOf(element, 'id'))?.[1] ?? []),
  );
  dropFootnoteRule(text);
  const { toTree, toText } =
    defined.size === 0 ? withoutFootnotes() : createProcessors(defined);
  const tree = toTree.runSync(text);
  writeTags(tree);
  joinEmphasis(tree);
  freePunctuation(tree);
  // `_` does not mark emphasis next to a letter.
  const markdown = toText(hasJoinedEmphasis(tree) ? '*' : '_').stringify(tree);
  return dropEscapes(`${markdown.trim()}\n`);
}

let known: ReturnType<typeof createProcessors> | undefined;

/** Cached: creating processors takes longer than serializing a short text. */
function withoutFootnotes() {
  known ??= createProcessors(new Set());
  return known;
}

/** Creates processors for HTML whose footnotes have the labels `defined`. */
function createProcessors(defined: ReadonlySet<string>) {
  const toTree = unified()
    .use(rehypeRemark, {
      handlers: {
        figure: (state, node, parent) => toBlock(state, node) ?? frame(state, node, parent),
        details: (state, node) => toBlock(state, node),
        sup: (state, node) => {
          const label = referenceIn(node);
          if (label === undefined || !defined.has(label)) return raised(state, node, undefined);
          return { type: 'footnoteReference', identifier: nameOf(label), label: nameOf(label) };
        },
        sub: raised,
        ruby: raised,
        rt: raised,
        rp: raised,
        // Markdown has no other line break in a cell.
        br: (_, node) =>
          'dataCell' in node.properties ? { type: 'html', value: '<br>' } : { type: 'break' },
        div: (state, node) => {
          const block = toBlock(state, node);
          if (block !== undefined) return block;
          if (attributeOf(node, 'id') !== 'footnotes') return state.toFlow(state.all(node));
          return footnotesOf(state, node);
        },
        svg: (_, node) => ({ type: 'text', value: wordsInDrawing(node) }),
      },
    })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough)
    .freeze();
  const create = (emphasis: '*' | '_') =>
    toTree()
      .use(remarkStringify, {
        ...{ bullet: '-', emphasis, rule: '-', listItemIndent: 'one' },
        unsafe: [...beginningsOfRemarks, beginningOfBlocks],
        handlers: { containerDirective: writeBlock },
      })
      .freeze();
  const made = new Map<string, ReturnType<typeof create>>();
  const toText = (emphasis: '*' | '_') => {
    const one = made.get(emphasis) ?? create(emphasis);
    made.set(emphasis, one);
    return one;
  };
  return { toTree, toText };
}

/** Escapes what `remarkSigns` matches: the words of a page are never remarks. */
const beginningsOfRemarks: NonNullable<StringifyOptions['unsafe']> = [
  { character: '%', after: '%', inConstruct: 'phrasing' },
  { character: '{', after: remarkBehindBrace, inConstruct: 'phrasing' },
];

/** The words of a page never begin or end a block. */
const beginningOfBlocks = { character: ':', after: '::', atBreak: true } as const;

/** Keeps super- and subscript: `H<sub>2</sub>O` would be wrong without it. */
const raised: Handle = (state, node) =>
  // A directive counts as inline when paragraphs are built, unlike HTML.
  ({ type: 'textDirective', name: node.tagName, children: state.all(node) }) as never;

/** Replaces the directives of `raised` by HTML. */
function writeTags(parent: Nodes): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) writeTags(child);
  parent.children = (parent.children as readonly PhrasingContent[]).flatMap((child) => {
    const { type, name, children } = child as unknown as Raised;
    if (type !== 'textDirective') return [child];
    const html = (value: string) => ({ type: 'html' as const, value });
    return [html(`<${name}>`), ...children, html(`</${name}>`)];
  }) as never[];
}

interface Raised {
  readonly type: string;
  readonly name: string;
  readonly children: readonly PhrasingContent[];
}

/** The text in an SVG, without its title and description. */
function wordsInDrawing(node: Element): string {
  return [...elementsOf(node)]
    .filter(({ element }) => element.tagName === 'text')
    .map(({ element }) => textOf(element))
    .join(' ');
}

/** A picture with its caption, which becomes the picture's title if it is plain text. */
const frame: Handle = (state, node) => {
  const elements = [...elementsOf(node)].map(({ element }) => element);
  const pictures = elements.filter(({ tagName }) => tagName === 'img');
  const caption = elements.find(({ tagName }) => tagName === 'figcaption');
  const [picture] = pictures;
  const links = elements.filter(({ tagName }) => tagName === 'a');
  const [link] = links;
  const isLinked = link !== undefined && links.length === 1 && textOf(link) === '';
  const alone =
    picture !== undefined &&
    pictures.length === 1 &&
    textOf(node) === (caption ? textOf(caption) : '') &&
    (link === undefined || isLinked);
  if (!alone) return state.toFlow(state.all(node));
  const image: PhrasingContent = {
    type: 'image',
    url: attributeOf(picture, 'src'),
    alt: attributeOf(picture, 'alt'),
    title: caption ? textOf(caption) || null : null,
  };
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: link
      ? [{ type: 'link', url: attributeOf(link, 'href'), children: [image] }]
      : [image],
  };
  return paragraph;
};

/** Pages draw a rule above their footnotes; our renderer draws its own. */
function dropFootnoteRule(parent: Root | Element): void {
  const elements = (parent.children as Element['children']).filter(
    (child): child is Element => child.type === 'element',
  );
  const notes = elements.findIndex((child) => attributeOf(child, 'id') === 'footnotes');
  const rule = elements[notes - 1];
  if (rule?.tagName === 'hr')
    parent.children = (parent.children as Element['children']).filter(
      (child) => child !== rule,
    );
  for (const child of elements) dropFootnoteRule(child);
}

function referenceIn(node: Element): string | undefined {
  for (const { element } of elementsOf(node)) {
    const label = /^#fn:(.+)$/u.exec(attributeOf(element, 'href'))?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}

/** Reduces a label to characters valid in Markdown. */
function nameOf(label: string): string {
  return label.replace(/[^\p{L}\p{N}_-]+/gu, '-');
}

function footnotesOf(state: Parameters<Handle>[0], node: Element): FootnoteDefinition[] {
  return [...elementsOf(node)].flatMap(({ element }) => {
    const label = /^fn:(.+)$/u.exec(attributeOf(element, 'id'))?.[1];
    if (element.tagName !== 'li' || label === undefined) return [];
    dropBackLinks(element);
    const children = state.toFlow(state.all(element)) as BlockContent[];
    return [
      { type: 'footnoteDefinition', identifier: nameOf(label), label: nameOf(label), children },
    ];
  });
}

function dropBackLinks(element: Element): void {
  element.children = element.children.filter((child) => {
    if (child.type !== 'element') return true;
    if (child.tagName === 'a' && attributeOf(child, 'href').startsWith('#fnref')) return false;
    dropBackLinks(child);
    return true;
  });
}

const emphasised = new Set(['strong', 'emphasis', 'delete']);

/**
 * Joins adjacent emphasis of the same kind, in place: Markdown would read the marks between
 * (`**a****b**`) as text.
 */
function joinEmphasis(tree: Nodes): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const joined: PhrasingContent[] = [];
    for (const child of node.children as PhrasingContent[]) {
      const before = joined.at(-1);
      if (before && before.type === child.type && emphasised.has(child.type))
        (before as Strong).children.push(...(child as Strong).children);
      else joined.push(child);
    }
    node.children = joined as never[];
  });
}
