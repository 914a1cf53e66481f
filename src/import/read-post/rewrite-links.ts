import type {
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Root,
} from 'mdast';
import { escapeMarkdown, formatDestination, formatTitle } from '../markdown/escape-text.ts';
import { holdsTag } from './held-tags.ts';
import { type LinkContext, relink, repicture, shorten } from './link-context.ts';
import { type OpenLinks, rewriteHtml } from './rewrite-html.ts';

/**
 * The text of a post, of which `root` is the tree, with its links and pictures leading where they
 * lead in the copy. What leads nowhere becomes its words with the address; everything else stays as it was written.
 */
export function rewriteLinks(body: string, root: Root, context: LinkContext): string {
  const definitions = new Map<string, Definition>();
  const gather = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if ('children' in node) for (const child of node.children) gather(child);
  };
  gather(root);
  const open: OpenLinks = { addresses: [] };
  const from = (node: Nodes) => node.position?.start.offset ?? 0;
  const to = (node: Nodes) => node.position?.end.offset ?? 0;

  const inner = (node: Nodes, start: number, end: number): string => {
    let text = '';
    let last = start;
    for (const child of 'children' in node ? node.children : []) {
      // A bare address that the parser found late has no place; it stays as it stands.
      if (child.position === undefined) continue;
      text += body.slice(last, from(child)) + print(child, node);
      last = to(child);
    }
    return text + body.slice(last, end);
  };

  /** The words of a link, from its first child to its last. */
  const words = (node: Link | LinkReference): string => {
    const placed = node.children.filter(({ position }) => position !== undefined);
    const [first, final] = [placed[0], placed.at(-1)];
    return first && final ? inner(node, from(first), to(final)) : '';
  };

  const printLink = (node: Link | LinkReference, url: string, title: string): string => {
    const whole = body.slice(from(node), to(node));
    const made = relink(url, from(node), context);
    if (made === url) return inner(node, from(node), to(node));
    if (!whole.startsWith('[')) {
      const shown = escapeMarkdown(whole.replace(/^<|>$/gu, ''));
      return made === undefined ? shown : `[${shown}](${formatDestination(made)})`;
    }
    const text = words(node);
    if (made !== undefined) return `[${text}](${formatDestination(made)}${formatTitle(title)})`;
    const shown = [shorten(url), title].filter(Boolean).join(' ');
    return `${text} (${escapeMarkdown(shown)})`.trimStart();
  };

  const printPicture = (node: Image | ImageReference, url: string, title: string): string => {
    const made = repicture(url, from(node), context);
    if (made === url) return body.slice(from(node), to(node));
    const alt = node.alt ?? '';
    if (made !== undefined)
      return `![${escapeMarkdown(alt)}](${formatDestination(made)}${formatTitle(title)})`;
    const shown = [alt, shorten(url)].filter(Boolean).join(': ');
    const caption = title === '' || title === alt ? '' : ` ${title}`;
    return escapeMarkdown(`[${shown}]${caption}`);
  };

  const print = (node: Nodes, parent: Nodes): string => {
    switch (node.type) {
      case 'link':
        return printLink(node, node.url, node.title ?? '');
      case 'image':
        return printPicture(node, node.url, node.title ?? '');
      case 'linkReference': {
        const definition = definitions.get(node.identifier);
        return definition
          ? printLink(node, definition.url, definition.title ?? '')
          : inner(node, from(node), to(node));
      }
      case 'imageReference': {
        const definition = definitions.get(node.identifier);
        return definition
          ? printPicture(node, definition.url, definition.title ?? '')
          : body.slice(from(node), to(node));
      }
      // What refers to it has its words and its address already.
      case 'definition':
        return holdsTag(node.url) ? '' : inner(node, from(node), to(node));
      case 'html': {
        const isBlock = parent.type !== 'paragraph' && parent.type !== 'heading';
        const html = body.slice(from(node), to(node));
        return rewriteHtml(html, from(node), isBlock, open, context);
      }
      default:
        return inner(node, from(node), to(node));
    }
  };
  return inner(root, 0, body.length);
}
