import type { Root } from 'hast';
import type { Root as MarkdownRoot, Nodes } from 'mdast';
import { eachElement, eachNode } from './visit-tree.ts';

/**
 * The kinds of markup in an HTML tree, as a person would write them: `<script>`, `onclick`, and the
 * schemes of addresses, `javascript:`.
 */
export function kindsInHtml(tree: Root): string[] {
  const kinds: string[] = [];
  eachElement(tree, ({ tagName, properties }) => {
    kinds.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties ?? {})) {
      if (value === undefined || value === null) continue;
      kinds.push(toAttribute(name), ...schemeIn(name, value));
    }
  });
  return kinds;
}

/** The same for what a Markdown tree turns into. */
export function kindsInMarkdown(tree: MarkdownRoot): string[] {
  const kinds: string[] = [];
  eachNode(tree, (node) => {
    const { hName, hProperties } = dataOf(node);
    if (typeof hName === 'string') kinds.push(`<${hName}>`);
    for (const [name, value] of Object.entries(hProperties ?? {}))
      kinds.push(toAttribute(name), ...schemeIn(name, value));
    if ('url' in node) kinds.push(...schemeIn('href', node.url));
    if (node.type !== 'html') return;
    for (const [, name = '', rest = ''] of node.value.matchAll(/<([a-z][\w-]*)([^<>]*)/giu)) {
      kinds.push(`<${name.toLowerCase()}>`);
      for (const [, attribute = '', value = ''] of rest.matchAll(
        /([a-z][\w:-]*)\s*=\s*["']?([^"'\s>]*)/giu,
      ))
        kinds.push(toAttribute(attribute), ...schemeIn(attribute, value));
    }
  });
  return kinds;
}

interface HtmlData {
  readonly hName?: unknown;
  readonly hProperties?: object;
}

/** How a node becomes HTML (mdast-util-to-hast). */
function dataOf({ data }: Nodes): HtmlData {
  return (data ?? {}) as HtmlData;
}

function toAttribute(name: string): string {
  return name === 'className' ? 'class' : name.toLowerCase();
}

/** Attributes with an address. */
const located = /^(?:href|src|cite|poster|data|action|formaction|longdesc)$/iu;

function schemeIn(name: string, value: unknown): string[] {
  if (!located.test(name)) return [];
  const [, scheme] = /^\s*([a-z][a-z\d+.-]*:)/iu.exec(String(value)) ?? [];
  return scheme === undefined ? [] : [scheme.toLowerCase()];
}
