import { foldText, type Passage, type SearchedText } from './searched-text.ts';
import type { TextDirective } from './text-directive.ts';

/**
 * Finds the passages of a text that match a directive, in order, as browsers do (WICG, URL Fragment
 * Text Directives, "find a range from a text directive"). No part crosses blocks; prefix and suffix
 * may be in other blocks. Parts consist of whole words, unless two parts meet within a word.
 */
export function* findPassages(
  { folded, bounds }: SearchedText,
  { textStart, textEnd, prefix, suffix }: TextDirective,
): Generator<Passage> {
  const fold = (part = '') => foldText(part.replace(/\s+/g, ' ').trim());
  const [start, end, before, after] = [textStart, textEnd, prefix, suffix].map(fold) as [
    string,
    string,
    string,
    string,
  ];
  if (start === '') return;
  const endsAt = (place: number) => {
    if (after === '') return bounds.isBound(place);
    const next = afterSpace(folded, place);
    return folded.startsWith(after, next) && bounds.isBound(next + after.length);
  };
  for (const found of occurrences(folded, before || start, 0)) {
    if (!bounds.isBound(found)) continue;
    const from = before === '' ? found : afterSpace(folded, found + before.length);
    if (!folded.startsWith(start, from)) continue;
    const to = from + start.length;
    if (end === '') {
      if (endsAt(to)) yield [from, to];
      continue;
    }
    if (!bounds.isBound(to)) continue;
    for (const last of occurrences(folded, end, to)) {
      if (!bounds.isBound(last) || !endsAt(last + end.length)) continue;
      yield [from, last + end.length];
      break;
    }
  }
}

function* occurrences(text: string, part: string, from: number): Generator<number> {
  for (let at = text.indexOf(part, from); at >= 0; at = text.indexOf(part, at + 1)) yield at;
}

function afterSpace(text: string, place: number): number {
  let at = place;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
