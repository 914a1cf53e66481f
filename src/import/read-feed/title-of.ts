import { proposeTitle } from '../propose-title.ts';
import type { FeedEntry, Say } from './feed-entry.ts';
import { looksLikeHtml } from './text-of-html.ts';
import { wordsOf } from './words-of.ts';

/** The headline of an entry, else one proposed from the words of its text. */
export function titleOf(entry: FeedEntry, words: string, say: Say): string | undefined {
  const { title } = entry;
  const text = title === undefined ? '' : wordsOf(title);
  if (text !== '') {
    if (title?.form === 'html' && looksLikeHtml(title.value))
      say('title', 'the headline has markup; its words are kept', 'certain');
    return text;
  }
  if (words === '') return undefined;
  const proposed = proposeTitle(words);
  say('title', `the entry has none; "${proposed}" is proposed from its text`, 'doubtful');
  return proposed;
}
