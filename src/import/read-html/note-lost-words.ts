import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../content/markdown/parse-markdown.ts';
import type { Note } from '../draft.ts';
import { countWords, wordsIn } from './page-words.ts';

/**
 * Notes words of a page that are neither in the imported file nor in the report; undefined if
 * none is lost. `page` is all visible text, `reported` the text of fields and notes.
 */
export function noteLostWords(page: string, body: string, reported: string): Note | undefined {
  const left = countWords(`${textOfMarkdown(body)} ${reported}`);
  const lost = wordsIn(page).filter((word) => {
    const count = left.get(word) ?? 0;
    if (count > 0) left.set(word, count - 1);
    return count === 0;
  });
  if (lost.length === 0) return undefined;
  const message = `${JSON.stringify(lost.join(' '))}: words that could not be imported`;
  return { field: 'dropped', message, certainty: 'doubtful' };
}

function textOfMarkdown(body: string): string {
  const read = (node: Nodes): string => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        return node.value;
      case 'code':
        return ` ${node.value} `;
      case 'html':
        return /^<(?:br|\/?rt)>$/u.test(node.value) ? ' ' : '';
      case 'definition':
        return '';
      case 'image':
        return ` ${node.alt ?? ''} ${node.title ?? ''} `;
      case 'footnoteReference':
        return ` ${node.label ?? ''} `;
      case 'break':
        return ' ';
      default: {
        if (!('children' in node)) return '';
        const inner = node.children.map(read).join('');
        return /^(?:emphasis|strong|delete|link|linkReference)$/u.test(node.type)
          ? inner
          : ` ${inner} `;
      }
    }
  };
  return read(parseMarkdown(body, 'reference'));
}
