import { createHash } from 'node:crypto';
import { formatFeedWords } from '../feeds/format-feed-words.ts';

/** The style sheet of feeds: its name below `/assets/`, by the hash of its bytes. */
export interface FeedStyle {
  readonly name: string;
  readonly css: string;
}

/** The rules of feeds, and what feeds are, in the languages of the editions. */
export function createFeedStyle(rules: string, languages: readonly string[]): FeedStyle {
  const css = `@charset "utf-8";${rules}${formatFeedWords(languages)}`;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { name: `feed.${hash}.css`, css };
}
