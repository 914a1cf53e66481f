import type { Nodes } from 'mdast';
import { withoutRemarks } from '../../content/fields/check-plain-text.ts';
import { cleanText } from '../../content/fields/clean-text.ts';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import { findInField, isWithinWords } from '../../content/markdown/unshown/find-in-field.ts';

/** Markdown of a line or two as plain words, without hidden remarks; plain text is returned as it is. */
export function toPlainLine(text: string): string {
  const line = cleanText(withoutRemarks(text));
  if (line.length > 5000 || findInField(line).length === 0) return line;
  return cleanText(wordsOf(parseMarkdown(line, 'reference'), line));
}

function wordsOf(node: Nodes, source: string): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/gu, '');
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const isEmphasis = node.type === 'emphasis' || node.type === 'strong';
  if (
    isEmphasis &&
    start !== undefined &&
    end !== undefined &&
    isWithinWords(source, start, end)
  )
    return source.slice(start, end);
  return node.children.map((child) => wordsOf(child, source)).join('');
}
