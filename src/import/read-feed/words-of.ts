import type { FeedText } from './feed-entry.ts';
import { looksLikeHtml, plainText, textOfHtml } from './text-of-html.ts';

/** The words of a text in one line, for comparing and proposing. */
export function wordsOf(text: FeedText): string {
  if (text.form === 'text') return text.value.replace(/\s+/gu, ' ').trim();
  const once = looksLikeHtml(text.value) ? text.value : plainText(text.value);
  return textOfHtml(once.replace(/<!--.*?-->/gsu, ''));
}
