import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { fillReferences } from '../../content/markdown/fill-references.ts';
import { visitElements } from '../../content/markdown/visit-tree.ts';
import type { FeedEntry } from './feed.ts';
import { feedPolicy } from './feed-policy.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const sanitiser = unified().use(rehypeSanitize, feedPolicy).freeze();

/** The whole HTML of an entry, valid on any page. `body` is the rendered text of its key. */
export function entryHtml(entry: FeedEntry, body: readonly string[]): string {
  const { before, after } = entry.text;
  const { fills } = entry.text.body;
  const filled = fillReferences(body, (index) => fills[index] ?? '');
  const html = toFeedHtml(before + filled + after, entry.url);
  // Feed readers show entries in many languages on one page, and ignore the direction of a feed.
  return entry.direction === 'rtl'
    ? `<div dir="rtl" lang="${entry.language}">${html}</div>`
    : html;
}

/**
 * HTML of an article's page -> HTML that is valid on any page: URLs are absolute (relative to
 * `page`, the article's own URL), and ids and everything that needs the site's style sheets or
 * scripts are removed. A footnote reference links to the note on the page, since ids of several
 * articles would clash; the notes themselves stay below the text.
 */
export function toFeedHtml(html: string, page: string): string {
  const tree = parser.parse(html);
  visitElements(tree, (node, index, parent) => {
    if (isFootnoteBacklink(node) || isRepeat(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (isFoldedData(node, parent)) {
      const shown = node.children.filter((child) => !isSummary(child));
      parent.children.splice(index, 1, ...shown);
      return index;
    }
    if (node.tagName === 'input') {
      parent.children[index] = { type: 'text', value: node.properties['checked'] ? '☑' : '☐' };
      return undefined;
    }
    for (const name of ['href', 'src', 'cite', 'poster']) makeAbsolute(node, name, page);
    return undefined;
  });
  return toHtml(sanitiser.runSync(tree) as Root);
}

/** From a footnote to its reference: in a feed it would leave the feed reader. */
function isFootnoteBacklink(node: Element): boolean {
  return node.tagName === 'a' && hasClass(node, 'footnote-back');
}

/** A pull quote that repeats the text. */
function isRepeat({ tagName, properties }: Element): boolean {
  return tagName === 'aside' && properties['ariaHidden'] === 'true';
}

/** The table of a chart, which a feed has in place of the drawing. */
function isFoldedData({ tagName }: Element, parent: Root | Element): boolean {
  return tagName === 'details' && parent.type === 'element' && hasClass(parent, 'data');
}

function isSummary(node: RootContent): boolean {
  return node.type === 'element' && node.tagName === 'summary';
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function makeAbsolute({ properties }: Element, name: string, page: string): void {
  const written = properties[name];
  if (typeof written !== 'string') return;
  if (URL.canParse(written, page)) properties[name] = new URL(written, page).href;
  else delete properties[name];
}
