import type { Element, Root } from 'hast';
import type { PhrasingContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { breakIntoParagraphs } from './break-into-paragraphs.ts';
import { type CleanContext, cleanHtml } from './clean-html.ts';
import { flattenHtml } from './flatten-html.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Marks that Markdown has no sign for, which a copy keeps as elements. */
const kept = ['sub', 'sup'] as const;

const toMarkdown = unified()
  .use(rehypeRemark, {
    handlers: {
      ...Object.fromEntries(
        kept.map((name) => [
          name,
          (state: { all(node: Element): unknown[] }, node: Element) => [
            { type: 'html', value: `<${name}>` } as PhrasingContent,
            ...(state.all(node) as PhrasingContent[]),
            { type: 'html', value: `</${name}>` } as PhrasingContent,
          ],
        ]),
      ),
    },
  })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', rule: '-', fences: true, listItemIndent: 'one' })
  .freeze();

/**
 * Turns the HTML of an entry into Markdown, ending in a line feed; '' when it has no words.
 * With `paragraphs`, empty lines begin paragraphs (WordPress).
 */
export function htmlToMarkdown(
  html: string,
  context: CleanContext & { readonly paragraphs?: boolean },
): string {
  const flat = flattenHtml(html);
  if (flat !== html)
    context.note(
      'body',
      'its elements are nested too deeply; only its words are kept',
      'doubtful',
    );
  const tree: Root = parser.parse(flat);
  if (context.paragraphs) breakIntoParagraphs(tree);
  cleanHtml(tree, context);
  const text = toMarkdown.stringify(toMarkdown.runSync(tree) as never).trim();
  return text === '' ? '' : `${text}\n`;
}
