import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { visitElements } from '../../content/markdown/visit-tree.ts';
import { feedPolicy } from './feed-policy.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const sanitiser = unified().use(rehypeSanitize, feedPolicy).freeze();

/**
 * HTML of an article's page -> HTML that can stand anywhere: every address absolute (`page` is
 * the article's own, absolute), nothing that only the page has. A mark of a footnote leads to the
 * note on the page, since ids of many articles on one page would be in each other's way; the notes
 * themselves stand below the text.
 */
export function toFeedHtml(html: string, page: string): string {
  const tree = parser.parse(html);
  visitElements(tree, (node, index, parent) => {
    if (isWayBack(node)) {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.tagName === 'input') {
      parent.children[index] = { type: 'text', value: node.properties['checked'] ? '☑' : '☐' };
      return undefined;
    }
    for (const name of ['href', 'src', 'cite']) makeAbsolute(node, name, page);
    return undefined;
  });
  return toHtml(sanitiser.runSync(tree) as Root);
}

/** From a footnote to its mark: here it would lead away from both. */
function isWayBack({ tagName, properties: { className } }: Element): boolean {
  return tagName === 'a' && Array.isArray(className) && className.includes('footnote-back');
}

function makeAbsolute({ properties }: Element, name: string, page: string): void {
  const written = properties[name];
  if (typeof written !== 'string') return;
  if (URL.canParse(written, page)) properties[name] = new URL(written, page).href;
  else delete properties[name];
}
