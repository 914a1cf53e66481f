import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { cleanHtml } from '../html/clean-html.ts';
import { normalizeFormulas } from '../html/normalize-formulas.ts';
import { normalizeText } from '../html/normalize-text.ts';
import { toMarkdown } from '../html/to-markdown.ts';
import type { PictureCollector } from '../pictures/picture-collector.ts';
import type { Resolve } from '../web-address.ts';
import type { AddNote } from './feed-entry.ts';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** What converting an entry's text needs. */
export interface EntryContext {
  readonly resolve: Resolve;
  readonly collector: PictureCollector;
  readonly note: AddNote;
}

/**
 * Converts an entry's HTML to Markdown that ends in a line feed, or to '' if it has no words.
 * With `paragraphs`, empty lines begin paragraphs (WordPress).
 */
export function htmlToMarkdown(
  html: string,
  { resolve, collector, note }: EntryContext,
  { paragraphs = false }: { readonly paragraphs?: boolean } = {},
): string {
  const flat = flattenHtml(html);
  if (flat !== html) note('body', 'nested too deeply; only the text is kept', 'doubtful');
  const tree: Root = parser.parse(flat);
  normalizeFormulas(tree);
  if (paragraphs) breakIntoParagraphs(tree);
  const notes = [
    ...cleanHtml(tree, resolve, { isArticle: true }),
    ...normalizeText(tree, { resolve, collector }),
  ];
  // Without line numbers: they would count lines of the entry's HTML, not of the file.
  for (const { field, message, certainty } of notes) note(field, message, certainty);
  const text = toMarkdown(tree);
  return text.trim() === '' ? '' : text;
}

const blocks =
  /^(?:address|article|aside|audio|blockquote|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|main|nav|ol|p|pre|section|table|ul|video)$/u;
/** Elements whose own text may contain paragraphs. */
const holders = new Set(['blockquote', 'div', 'section', 'article']);

/**
 * Applies WordPress's `wpautop`: between blocks, an empty line begins a paragraph and a line end
 * is a line break.
 */
function breakIntoParagraphs(tree: Root | Element): void {
  const made: RootContent[] = [];
  let run: ElementContent[] = [];
  const close = () => {
    const isEmpty = run.every((node) => node.type === 'text' && node.value.trim() === '');
    if (!isEmpty) made.push(element('p', trimBreaks(run)));
    run = [];
  };
  for (const node of tree.children as ElementContent[]) {
    if (node.type === 'element' && blocks.test(node.tagName)) {
      close();
      if (holders.has(node.tagName) && hasEmptyLine(node)) breakIntoParagraphs(node);
      made.push(node);
    } else if (node.type === 'comment') {
      // An editor's comment between blocks does not end a paragraph.
    } else if (node.type === 'text') {
      node.value.split(/\n[ \t]*\n\s*/u).forEach((part, index) => {
        if (index > 0) close();
        for (const item of withBreaks(part)) run.push(item);
      });
    } else run.push(node);
  }
  close();
  tree.children = made as ElementContent[];
}

function hasEmptyLine(node: Element): boolean {
  return node.children.some(
    (child) => child.type === 'text' && /\n[ \t]*\n\s*\S/u.test(child.value),
  );
}

function withBreaks(text: string): ElementContent[] {
  return text
    .split('\n')
    .flatMap((value, index) =>
      index === 0
        ? [{ type: 'text' as const, value }]
        : [element('br', []), { type: 'text' as const, value }],
    );
}

function trimBreaks(run: readonly ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent) =>
    (node.type === 'text' && node.value.trim() === '') ||
    (node.type === 'element' && node.tagName === 'br');
  const first = run.findIndex((node) => !isBlank(node));
  const last = run.findLastIndex((node) => !isBlank(node));
  return run.slice(first, last + 1);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

/** Tag names that distinguish HTML from words in angle brackets. */
const known =
  /<\/?(?:a|abbr|article|aside|audio|b|blockquote|br|button|caption|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|ins|kbd|li|main|mark|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|video)(?:\s[^<>]*)?\/?>/iu;
const silent = new Set(['script', 'style', 'template', 'title', 'noscript']);
const inline =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/u;

/** Whether text contains HTML tags. */
export function looksLikeHtml(text: string): boolean {
  return known.test(text);
}

/**
 * The text of HTML in one line. Angle brackets that are not HTML tags are kept: `a < b`,
 * `List<String>`.
 */
export function textOfHtml(html: string): string {
  return plainText(html).replace(/\s+/gu, ' ').trim();
}

/** Like `textOfHtml`, but keeps spaces and line ends. */
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

/** Void elements, and those that the next one of their kind closes. */
const shallow =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|th|thead|tr|track|wbr)$/iu;

/** Deeper nesting is an attack or a broken page. */
const maxDepth = 200;

/**
 * Reduces HTML that is nested too deeply for the parser to its text; returns other HTML
 * unchanged.
 */
function flattenHtml(html: string): string {
  return measureDepth(html) > maxDepth ? html.replace(/<[a-z/!?][^>]*>?/giu, ' ') : html;
}

function measureDepth(html: string): number {
  let depth = 0;
  let max = 0;
  for (const [tag, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)[^>]*>?/giu)) {
    if (shallow.test(name) || tag.endsWith('/>')) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    max = Math.max(max, depth);
  }
  return max;
}
