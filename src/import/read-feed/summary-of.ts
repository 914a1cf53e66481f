import { plain } from '../plain.ts';
import type { FeedText } from './feed-entry.ts';
import { wordsOf } from './words-of.ts';

/** A summary that the text does not begin with anyway. */
export function summaryOf(summary: FeedText | undefined, words: string): string | undefined {
  const text = summary === undefined ? '' : wordsOf(summary);
  const beginning = text
    .replace(/\s*The post .{1,300} appeared first on .{1,200}$/u, '')
    .replace(/\s*(?:\[?(?:…|\.\.\.)\]?|(?:Continue reading|Read more).{0,200})$/iu, '');
  const isBeginning = plain(words).startsWith(plain(beginning));
  return text === '' || isBeginning ? undefined : text;
}
