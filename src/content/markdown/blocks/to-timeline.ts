import type { Element, ElementContent } from 'hast';
import { readDate } from '../../../language/read-date.ts';
import { type Block, element, isElement, text, titleParagraph, wordsOf } from './block.ts';
import { cutSeparator, findSeparator, firstWord, headOf, itemsOf } from './list-parts.ts';

/**
 * A list of events in their order. Dates at the start of items become `time` elements; items without
 * a date, and lists within items, stay as they are.
 */
export function toTimeline({ title, content, words }: Block): ElementContent[] {
  const head = titleParagraph(title ?? [text(words.timeline)]);
  const parts = content.map((node) => {
    if (!isElement(node, 'ul', 'ol')) return node;
    for (const item of itemsOf(node)) {
      joinDay(item);
      markDate(headOf(item));
    }
    return { ...node, tagName: 'ol', properties: {} };
  });
  return [element('section', ['box', 'timeline'], [head, ...parts])];
}

/** Markdown takes `6. Januar 2026: …` for a list that starts with 6: makes it text again. */
function joinDay(item: Element): void {
  const [list, ...others] = item.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  if (!isElement(list, 'ol') || others.length > 0) return;
  const [first, ...more] = itemsOf(list);
  if (!first || more.length > 0) return;
  const head = headOf(first);
  const word = head.children[firstWord(head)];
  if (word?.type !== 'text') return;
  const written = `${list.properties['start'] ?? 1}. ${word.value.trimStart()}`;
  const end = findSeparator(written);
  if (readDate(end < 0 ? written : written.slice(0, end)) === undefined) return;
  word.value = written;
  item.children = first.children;
}

function markDate(head: Element): void {
  const at = firstWord(head);
  const first = head.children[at];
  if (isElement(first, 'strong', 'b', 'em', 'i')) {
    const written = wordsOf(first).replace(/[ \u00a0\u202f]?[:：.]$/u, '');
    const date = readDate(written);
    if (date === undefined || first.children.some(({ type }) => type !== 'text')) {
      // `**Spring 1989** …`
      if (isElement(first, 'strong', 'b') && /\p{N}/u.test(written)) {
        first.properties['className'] = ['when'];
        cutSeparator(head, at + 1);
      }
      return;
    }
    const rest = wordsOf(first).slice(written.length);
    head.children.splice(at, 1, timeOf(date, written), ...(rest ? [text(rest)] : []));
    cutSeparator(head, at + 1);
    return;
  }
  if (first?.type !== 'text') return;
  const indent = first.value.length - first.value.trimStart().length;
  const found = findSeparator(first.value, indent + 1);
  // A date may be the whole item, or be in front of a link.
  const end = found < 0 ? first.value.trimEnd().length : found;
  const written = first.value.slice(indent, end);
  const date = readDate(written);
  // Of two days, both are printed as they are written.
  const isRange = /^[ \t]*[-–—―]+[ \t]*\d{4}-\d{2}/u.test(first.value.slice(end));
  if (date === undefined || isRange) return;
  head.children.splice(at, 1, timeOf(date, written), text(first.value.slice(end)));
  cutSeparator(head, at + 1);
}

function timeOf(dateTime: string, written: string): Element {
  const time = element('time', ['when'], [text(written)]);
  time.properties['dateTime'] = dateTime;
  return time;
}
