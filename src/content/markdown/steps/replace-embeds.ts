import type { Element, Root } from 'hast';
import { kindOfAddress, tidyAddress } from '../address.ts';
import { type MarkdownJob, mayHold } from '../markdown-job.ts';
import { eachElement, visitElements } from '../visit-tree.ts';
import { isClip } from './tidy-clips.ts';

/** Elements that load media or other pages, and the attribute with their URL. */
const embeds: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['object', 'data'],
]);

/**
 * Replaces embedded media by a plain link, so that nothing is lost; inside a link, by text with
 * its URL. Clips of the publication stay, see `tidyClips`. A formula becomes its letters.
 */
export function replaceEmbeds(tree: Root, job: MarkdownJob): void {
  if (!mayHold(job, '<')) return;
  const linked = new Set<Element>();
  eachElement(tree, (node) => {
    if (node.tagName === 'a') eachElement(node, (within) => linked.add(within));
  });
  visitElements(tree, (node, index, parent) => {
    if (node.tagName === 'math') {
      // Text only: the content of a formula may not be allowed in a paragraph.
      parent.children[index] = { type: 'text', value: formulaText(node) };
      return 'skip';
    }
    const attribute = embeds.get(node.tagName);
    if (attribute === undefined) return undefined;
    if (isClip(node) && kindOfAddress(String(node.properties['src'] ?? '')) === 'internal')
      if (!linked.has(node)) return 'skip';
    const address = tidyAddress(String(node.properties[attribute] ?? sourceWithin(node) ?? ''));
    const kind = kindOfAddress(address);
    if (kind !== 'web' && kind !== 'internal') {
      // The fallback content for browsers without support; the content of an iframe is markup
      // as text.
      parent.children.splice(index, 1, ...(node.tagName === 'iframe' ? [] : node.children));
      return index;
    }
    const { title } = node.properties;
    const words = typeof title === 'string' && title.trim() ? title : address;
    if (linked.has(node)) {
      const value = words === address ? address : `${words} (${address})`;
      parent.children[index] = { type: 'text', value };
      return 'skip';
    }
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { href: address },
      children: [{ type: 'text', value: words }],
      ...(node.position && { position: node.position }),
    };
    const alone =
      parent.type === 'root' || (parent.type === 'element' && blocks.has(parent.tagName));
    parent.children[index] = alone
      ? { type: 'element', tagName: 'p', properties: {}, children: [link] }
      : link;
    return 'skip';
  });
}

const blocks: ReadonlySet<string> = new Set([
  'div',
  'blockquote',
  'figure',
  'section',
  'article',
  'aside',
  'center',
]);

function formulaText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && !unread.has(child.tagName) ? formulaText(child) : '';
    })
    .join('');
}

/** Parts of a formula that are for programs. */
const unread: ReadonlySet<string> = new Set([
  'annotation',
  'annotation-xml',
  'style',
  'script',
]);

function sourceWithin(node: Element): string | undefined {
  for (const child of node.children)
    if (child.type === 'element' && child.tagName === 'source' && child.properties['src'])
      return String(child.properties['src']);
  return undefined;
}
