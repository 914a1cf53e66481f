import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** The text of a node with collapsed white space, and ruby readings in brackets. */
export function textOf(node: Nodes): string {
  return rawText(node, { withBrackets: true }).replace(/\s+/gu, ' ').trim();
}

/** The text of a node, white space unchanged. */
export function rawText(node: Nodes, { withBrackets = false } = {}): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => rawText(child, { withBrackets }));
  if (!withBrackets || node.type !== 'element' || node.tagName !== 'ruby')
    return inner.join('');
  const hasBrackets = node.children.some((child) => isNamed(child, 'rp'));
  return inner
    .map((text, index) => {
      const isReading = !hasBrackets && isNamed(node.children[index], 'rt');
      return isReading && text.trim() !== '' ? `（${text}）` : text;
    })
    .join('');
}

function isNamed(node: Nodes | undefined, tagName: string): boolean {
  return node?.type === 'element' && node.tagName === tagName;
}

/** An attribute as text: lists joined by spaces, empty if missing. */
export function attributeOf(node: Element, name: string): string {
  const value = node.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** The elements of a tree in document order, each with its ancestors, outermost first. */
export function* elementsOf(
  node: Root | Element,
  ancestors: readonly Element[] = [],
): Generator<{ element: Element; ancestors: readonly Element[] }> {
  const inner = node.type === 'element' ? [...ancestors, node] : ancestors;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    yield { element: child, ancestors: inner };
    yield* elementsOf(child, inner);
  }
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * Decodes text that was escaped twice (`Tom &amp; Jerry` in JSON-LD or an attribute). Tags are
 * kept as text.
 */
export function decodeEntities(text: string): string {
  if (!/&(?:[a-z]{2,8}|#x?[0-9a-f]{1,6});/iu.test(text)) return text;
  return textOf(parser.parse(text.slice(0, 20_000).replaceAll('<', '&lt;')));
}
