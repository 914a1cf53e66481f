import type { Element, Root } from 'hast';
import type { FootnoteReference, Root as MarkdownRoot } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { type Directive, isTitle } from '../blocks/directive.ts';
import type { MarkdownJob } from '../markdown-job.ts';
import { eachElement } from '../visit-tree.ts';

/**
 * Turns the Markdown tree into an HTML tree. Raw HTML is still text in `raw` nodes, so every
 * element here was created by the program. This step therefore adds the marker to what later
 * steps must recognise after the sanitiser, beside the article's own HTML.
 */
export function toHtmlTree(tree: MarkdownRoot, job: MarkdownJob): Root {
  const options = {
    allowDangerousHtml: true,
    clobberPrefix: job.marker,
    footnoteLabel: job.options.footnoteWords.title,
    footnoteLabelProperties: {},
    // Some systems draw the default text arrow as an emoji; U+FE0E asks for text.
    footnoteBackContent: (_: number, again: number) => [
      { type: 'text', value: '↩\uFE0E' },
      ...(again > 1 ? [sup(String(again))] : []),
    ],
    handlers: { footnoteReference, ...directiveHandlers(job) },
  } satisfies Options;
  // Called without a processor, which would create a virtual file for each tree.
  const toHast = remarkRehype(options) as (tree: MarkdownRoot) => Root;
  const html = toHast(tree);

  eachElement(html, (node) => {
    if (node.properties['id'] === 'footnote-label')
      node.properties['id'] = `${job.marker}footnotes`;
    if (node.tagName === 'input') node.properties['id'] = `${job.marker}task`;
  });
  return html;
}

type Handler = NonNullable<NonNullable<Options['handlers']>['footnoteReference']>;

/** Like the default handler, but linear: the identifier already is the number. */
const footnoteReference: Handler = (state, node: FootnoteReference) => {
  const { identifier } = node;
  const times = (state.footnoteCounts.get(identifier) ?? 0) + 1;
  if (times === 1) state.footnoteOrder.push(identifier);
  state.footnoteCounts.set(identifier, times);
  const prefix = state.options.clobberPrefix ?? '';
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      href: `#${prefix}fn-${identifier}`,
      id: `${prefix}fnref-${identifier}${times > 1 ? `-${times}` : ''}`,
    },
    children: [{ type: 'text', value: identifier }],
  };
  state.patch(node, link);
  return { ...sup(''), children: [link] };
};

/**
 * A section with the index of the directive as its id, and the marker on its title. (Text after an
 * unclosed tag inside stays inside, as in a browser.)
 */
function directiveHandlers({ directives, marker }: MarkdownJob): Options['handlers'] {
  const place: Handler = (state, node: Directive) => {
    const id = `${marker}directive-${directives.push(node) - 1}`;
    const isLeaf = node.type === 'leafDirective';
    const children = state.all(node);
    const [title] = children;
    if (!isLeaf && isTitle(node.children[0]) && title?.type === 'element')
      title.properties['id'] = `${marker}title`;
    const section: Element = {
      type: 'element',
      tagName: 'section',
      properties: { id },
      children: isLeaf ? children : state.wrap(children, true),
    };
    state.patch(node, section);
    return section;
  };
  return { containerDirective: place, leafDirective: place };
}

function sup(text: string): Element {
  return {
    type: 'element',
    tagName: 'sup',
    properties: {},
    children: [{ type: 'text', value: text }],
  };
}
