import type { Element, ElementContent } from 'hast';
import { type Block, element, isElement, text, titleParagraph } from './block.ts';
import {
  cutSeparator,
  findSeparator,
  firstWord,
  headOf,
  itemsOf,
  separatorOrComma,
} from './list-parts.ts';

/** A list of people: each with a name, what they are, and perhaps a picture before the name. */
export function toPeople({ title, content, words }: Block): ElementContent[] {
  const head = titleParagraph(title ?? [text(words.people)]);
  const parts = content.map((node) => {
    if (!isElement(node, 'ul', 'ol')) return node;
    for (const item of itemsOf(node)) markName(headOf(item));
    return { ...node, tagName: 'ul', properties: {} };
  });
  return [element('section', ['box', 'people'], [head, ...parts])];
}

function markName(head: Element): void {
  let at = firstWord(head);
  if (isElement(head.children[at], 'img')) at = firstWord(head, at + 1);
  const first = head.children[at];
  if (isElement(first, 'strong', 'b')) {
    cutSeparator(head, at + 1, separatorOrComma);
    return;
  }
  if (isElement(first, 'a', 'em')) {
    head.children.splice(at, 1, element('strong', [], [first]));
    cutSeparator(head, at + 1, separatorOrComma);
    return;
  }
  if (first?.type !== 'text') return;
  const end = findSeparator(first.value, 1);
  if (end < 0) return;
  const name = element('strong', [], [text(first.value.slice(0, end).trimStart())]);
  head.children.splice(at, 1, name, text(first.value.slice(end)));
  cutSeparator(head, at + 1, separatorOrComma);
}
