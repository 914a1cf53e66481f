import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { flattenHtml } from '../html/flatten-html.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Names that tell HTML from words between angle brackets. */
const known =
  /<\/?(?:a|abbr|article|aside|audio|b|blockquote|br|button|caption|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|video)(?:\s[^<>]*)?\/?>/iu;
const silent = new Set(['script', 'style', 'template', 'title', 'noscript']);
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/u;

/** Whether text has tags of HTML in it. */
export function looksLikeHtml(text: string): boolean {
  return known.test(text);
}

/**
 * The words of HTML in one line. Angle brackets that are no tags of HTML stay: `a < b`,
 * `List<String>`.
 */
export function textOfHtml(html: string): string {
  return plainText(html).replace(/\s+/gu, ' ').trim();
}

/** The same with the spaces and line ends as they are. */
export function plainText(html: string): string {
  const safe = looksLikeHtml(html) ? flattenHtml(html) : html.replaceAll('<', '&lt;');
  return collect(parser.parse(safe));
}

function collect(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && silent.has(node.tagName)) return '';
  const words = node.children.map(collect).join('');
  return node.type === 'element' && !inline.test(node.tagName) ? ` ${words} ` : words;
}
