import type {
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Root,
} from 'mdast';
import {
  escapeMarkdown,
  formatDestination,
  formatTitle,
} from '../../content/markdown/escape-text.ts';
import { escapeHtml } from '../../language/escape-html.ts';
import {
  type LinkContext,
  rewriteLink,
  rewritePicture,
  shortenAddress,
} from './link-context.ts';
import { hasPlaceholder } from './placeholder-tags.ts';

/**
 * Rewrites links and pictures in a post's text (parsed as `root`) to their targets in the import.
 * A link without a target becomes its text with the address; everything else is unchanged.
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
      // A bare URL that the parser found late has no position; it is unchanged.
      if (child.position === undefined) continue;
      text += body.slice(last, from(child)) + print(child, node);
      last = to(child);
    }
    return text + body.slice(last, end);
  };

  /** The text of a link, from its first child to its last. */
  const words = (node: Link | LinkReference): string => {
    const placed = node.children.filter(({ position }) => position !== undefined);
    const [first, final] = [placed[0], placed.at(-1)];
    return first && final ? inner(node, from(first), to(final)) : '';
  };

  const printLink = (node: Link | LinkReference, url: string, title: string): string => {
    const whole = body.slice(from(node), to(node));
    const made = rewriteLink(url, from(node), context);
    if (made === url) return inner(node, from(node), to(node));
    if (!whole.startsWith('[')) {
      const shown = escapeMarkdown(whole.replace(/^<|>$/gu, ''));
      return made === undefined ? shown : `[${shown}](${formatDestination(made)})`;
    }
    const text = words(node);
    if (made !== undefined) return `[${text}](${formatDestination(made)}${formatTitle(title)})`;
    const shown = [shortenAddress(url), title].filter(Boolean).join(' ');
    return `${text} (${escapeMarkdown(shown)})`.trimStart();
  };

  const printPicture = (node: Image | ImageReference, url: string, title: string): string => {
    const made = rewritePicture(url, from(node), context);
    if (made === url) return body.slice(from(node), to(node));
    const alt = node.alt ?? '';
    if (made !== undefined)
      return `![${escapeMarkdown(alt)}](${formatDestination(made)}${formatTitle(title)})`;
    const shown = [alt, shortenAddress(url)].filter(Boolean).join(': ');
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
      // References to it already include its address.
      case 'definition':
        return hasPlaceholder(node.url) ? '' : inner(node, from(node), to(node));
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

const tags =
  /<!--[\s\S]*?-->|<(?<end>\/)?(?<name>a|img|source|video|audio|iframe|embed|object)(?=[\s/>])(?<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>/giu;
const address =
  /(?<before>\s(?<name>href|src|data|srcset|poster)\s*=\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'>]+))/iu;

/** Addresses of links opened in HTML, to be printed as text where they close. */
interface OpenLinks {
  readonly addresses: (string | undefined)[];
}

/** Rewrites links and pictures in HTML like those in Markdown. */
function rewriteHtml(
  html: string,
  offset: number,
  isBlock: boolean,
  open: OpenLinks,
  context: LinkContext,
): string {
  const show = (text: string) => (isBlock ? escapeHtml(text) : escapeMarkdown(text));
  const made = html.replace(tags, (...match) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    const at = offset + Number(match.at(-3));
    const tag = String(match[0]);
    const name = groups['name']?.toLowerCase();
    if (name === undefined) return tag;
    if (groups['end'] !== undefined) {
      if (name !== 'a') return tag;
      const behind = open.addresses.pop();
      return behind === undefined ? tag : ` (${show(behind)})`;
    }
    const found = address.exec(groups['attributes'] ?? '');
    const parts = found?.groups;
    const written = decode(parts?.['double'] ?? parts?.['single'] ?? parts?.['bare'] ?? '');
    if (!found || !parts) {
      if (name === 'a') open.addresses.push(undefined);
      return tag;
    }
    const isPicture = name === 'img';
    const target = isPicture
      ? rewritePicture(written, at, context)
      : rewriteLink(written, at, context);
    if (name === 'a')
      open.addresses.push(target === undefined ? shortenAddress(written) : undefined);
    if (target === written) return tag;
    if (target !== undefined) {
      const value = `${parts['before']}"${escapeHtml(target)}"`;
      return tag.replace(found[0], () => value);
    }
    if (name === 'a') return idOf(tag);
    const [alt, title] = [wordsOf(tag, 'alt'), wordsOf(tag, 'title')];
    const shown = [alt || title, shortenAddress(written)].filter(Boolean).join(': ');
    const caption = alt === '' || title === '' || title === alt ? '' : ` ${title}`;
    return `${isPicture ? '' : tag.replace(found[0], '')}${show(`[${shown}]${caption}`)}`;
  });
  return isBlock ? context.placeholders.restore(made, escapeHtml) : made;
}

/** An attribute's value, unescaped. */
function wordsOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'iu').exec(tag);
  return decode(found?.[1] ?? found?.[2] ?? '');
}

/** A link without its address may still be the target of a fragment. */
function idOf(tag: string): string {
  const id = /\s(?:id|name)\s*=\s*["']?([\w:.-]+)/iu.exec(tag)?.[1];
  return id === undefined ? '' : `<a id="${id}"></a>`;
}

function decode(text: string): string {
  return text
    .replace(/&quot;/giu, '"')
    .replace(/&#39;|&apos;/giu, "'")
    .replace(/&lt;/giu, '<')
    .replace(/&gt;/giu, '>')
    .replace(/&amp;/giu, '&');
}
