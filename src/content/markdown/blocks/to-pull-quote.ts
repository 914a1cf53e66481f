import type { Element, ElementContent } from 'hast';
import { eachElement } from '../visit-tree.ts';
import { type Block, element, elementsOf, isElement, wordsOf } from './block.ts';

/** A last line that names who said it: `-- Jane Roe`, `— Jane Roe`. */
const attribution = /^(?:--|[—–―])[ \t\u00a0]*(?=\S)/u;

/**
 * Words of the article in large letters. Where they repeat the text, screen readers and reading aloud
 * leave them out, and feeds and reading modes do too. Others are a figure with a caption.
 */
export function toPullQuote({ title, content, tree }: Block): ElementContent[] {
  const parts = content.flatMap((node) =>
    isElement(node, 'blockquote') ? node.children : [node],
  );
  const { quotation, source } = cutSource(parts);
  const named = source ?? title;
  const isRepeat =
    !hasControls(parts) && timesIn(wordsOf(tree), quotation.map(wordsOf).join(' ')) > 1;
  if (!isRepeat) {
    const caption = named ? [element('figcaption', [], named)] : [];
    return [
      element('figure', ['pull-quote'], [element('blockquote', [], quotation), ...caption]),
    ];
  }
  // Without paragraphs, which would take the ids of those that they repeat.
  const lines = quotation.flatMap((part, index) => [
    ...(index > 0 ? [element('br', [], [])] : []),
    ...(part.tagName === 'p' ? part.children : [part]),
  ]);
  const caption = named ? [element('div', ['pull-quote-source'], named)] : [];
  const aside = element(
    'aside',
    ['pull-quote'],
    [element('blockquote', [], lines), ...caption],
  );
  aside.properties['ariaHidden'] = 'true';
  return [aside];
}

/** Takes the attribution from the end: a paragraph, or the last line of one. */
function cutSource(content: readonly ElementContent[]): {
  quotation: Element[];
  source: ElementContent[] | undefined;
} {
  const parts = elementsOf(content);
  const end = parts.at(-1);
  const last = end && { ...end, children: joinTexts(end.children) };
  if (last?.tagName !== 'p') return { quotation: parts, source: undefined };
  const [first] = last.children;
  if (parts.length > 1 && first?.type === 'text' && attribution.test(first.value.trimStart()))
    return { quotation: parts.slice(0, -1), source: last.children };
  const at = last.children.findLastIndex((child, index) =>
    index > 0 || child.type === 'text'
      ? child.type === 'text' && lineAt(child.value) >= 0
      : false,
  );
  const node = last.children[at];
  if (node?.type !== 'text') return { quotation: parts, source: undefined };
  const start = lineAt(node.value);
  const before = node.value.slice(0, start).trimEnd();
  const source = [
    { ...node, value: node.value.slice(start).trimStart() },
    ...last.children.slice(at + 1),
  ];
  const words = [
    ...last.children.slice(0, at),
    ...(before ? [{ ...node, value: before }] : []),
  ];
  // A hard break before the attribution.
  while (isElement(words.at(-1), 'br')) words.pop();
  return { quotation: [...parts.slice(0, -1), { ...last, children: words }], source };
}

/** A hard break is followed by a text of its own. */
function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const before = joined.at(-1);
    if (node.type === 'text' && before?.type === 'text')
      joined[joined.length - 1] = { ...before, value: before.value + node.value };
    else joined.push(node);
  }
  return joined;
}

/** Where a last line with an attribution starts in a text; -1 if there is none. */
function lineAt(value: string): number {
  const at = value.lastIndexOf('\n');
  return at >= 0 && attribution.test(value.slice(at).trimStart()) ? at : -1;
}

/** What cannot be hidden from screen readers, because the keyboard reaches it. */
function hasControls(parts: readonly ElementContent[]): boolean {
  let found = false;
  eachElement(element('div', [], parts), ({ tagName }) => {
    found ||= /^(?:a|img|input|details|table|pre)$/u.test(tagName);
  });
  return found;
}

/** How often a text contains words in any case, without their quotation marks and final mark. */
function timesIn(text: string, words: string): number {
  const plain = (value: string) =>
    value
      .replaceAll(/["'“”‘’«»„‚「」『』…\s]+/gu, ' ')
      .trim()
      .toLowerCase();
  const wanted = plain(words)
    .replace(/[.,;:!?。]+$/u, '')
    .trimEnd();
  return wanted === '' ? 0 : plain(text).split(wanted).length - 1;
}
