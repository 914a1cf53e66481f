import type { Element, Root } from 'hast';
import type { BlockContent, FootnoteDefinition, Paragraph } from 'mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { attributeOf, elementsOf, textOf } from './fact.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/** A settled tree as Markdown (CommonMark with GFM tables and footnotes); no HTML in it. */
export function toMarkdown(text: Root): string {
  const defined = new Set(
    [...elementsOf(text)]
      .filter(({ element }) => element.tagName === 'li')
      .flatMap(({ element }) => /^fn:(.+)$/u.exec(attributeOf(element, 'id'))?.[1] ?? []),
  );
  dropFootnoteRule(text);
  const processor = unified()
    .use(rehypeRemark, {
      handlers: {
        figure: frame,
        sup: (state, node) => {
          const label = referenceIn(node);
          if (label === undefined || !defined.has(label)) return state.all(node);
          return { type: 'footnoteReference', identifier: nameOf(label), label: nameOf(label) };
        },
        div: (state, node) => {
          if (attributeOf(node, 'id') !== 'footnotes') return state.toFlow(state.all(node));
          return footnotesOf(state, node);
        },
        // Comments never come here; an unknown drawing has no words.
        svg: () => undefined,
      },
    })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });
  const markdown = processor.stringify(processor.runSync(text));
  return `${markdown.trim()}\n`;
}

/** A picture and its caption; the caption is the picture's title where it is words alone. */
const frame: Handle = (state, node) => {
  const elements = [...elementsOf(node)].map(({ element }) => element);
  const pictures = elements.filter(({ tagName }) => tagName === 'img');
  const caption = elements.find(({ tagName }) => tagName === 'figcaption');
  const [picture] = pictures;
  const alone =
    picture !== undefined &&
    pictures.length === 1 &&
    textOf(node) === (caption ? textOf(caption) : '') &&
    !elements.some(({ tagName }) => tagName === 'a');
  if (!alone) return state.toFlow(state.all(node));
  const image: Paragraph = {
    type: 'paragraph',
    children: [
      {
        type: 'image',
        url: attributeOf(picture, 'src'),
        alt: attributeOf(picture, 'alt'),
        title: caption ? textOf(caption) || null : null,
      },
    ],
  };
  return image;
};

/** Pages draw a rule above their notes; the renderer of copy draws its own. */
function dropFootnoteRule(parent: Root | Element): void {
  const elements = parent.children.filter((child) => child.type === 'element');
  const notes = elements.findIndex((child) => attributeOf(child, 'id') === 'footnotes');
  const rule = elements[notes - 1];
  if (rule?.tagName === 'hr')
    parent.children = parent.children.filter((child) => child !== rule) as Element['children'];
  for (const child of elements) dropFootnoteRule(child);
}

function referenceIn(node: Element): string | undefined {
  for (const { element } of elementsOf(node)) {
    const label = /^#fn:(.+)$/u.exec(attributeOf(element, 'href'))?.[1];
    if (label !== undefined) return label;
  }
  return undefined;
}

/** A label that Markdown takes as one. */
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
