import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { escapeHtml } from '../html/escape-html.ts';

/** Markdown of a picture or link as HTML, for a place where Markdown is not read. */
export function toInlineHtml(markdown: string): string {
  return /[![<]/u.test(markdown) ? print(parseMarkdown(markdown, 'reference')) : markdown;
}

function print(node: Nodes): string {
  const inner = 'children' in node ? node.children.map(print).join('') : '';
  if (node.type === 'link') return `<a href="${escapeHtml(node.url)}">${inner}</a>`;
  if (node.type === 'html') return node.value;
  if (node.type !== 'image') return 'value' in node ? escapeHtml(node.value) : inner;
  const title = node.title ? ` title="${escapeHtml(node.title)}"` : '';
  return `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.alt ?? '')}"${title}>`;
}
