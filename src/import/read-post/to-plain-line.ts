import type { Nodes } from 'mdast';
import { cleanText } from '../../fields/clean-text.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';

/** Markdown of a line or two as plain words; text without any mark is returned as it is. */
export function toPlainLine(text: string): string {
  const line = cleanText(text);
  if (!/[*_`[\]<>\\]|&\w+;|&#/u.test(line) || line.length > 5000) return line;
  return cleanText(wordsOf(parseMarkdown(line, 'reference')));
}

function wordsOf(node: Nodes): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/gu, '');
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
