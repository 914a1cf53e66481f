import { createHash } from 'node:crypto';
import { type OwnWords, wordsFor } from '../../language/words-for.ts';

/** The style sheet of feeds. Its file name below `/assets/` contains a hash of its bytes. */
export interface FeedStyle {
  readonly name: string;
  readonly css: string;
}

/** `rules` style the feed; above it, a text in its language explains what a feed is. */
export function createFeedStyle(
  rules: string,
  languages: readonly string[],
  words?: OwnWords,
): FeedStyle {
  const css = `@charset "utf-8";${rules}${languages.map((language) => explanationRule(language, words)).join('')}`;
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10);
  return { name: `feed.${hash}.css`, css };
}

function explanationRule(language: string, words: OwnWords | undefined): string {
  const { title, explanation } = wordsFor(language, words).words.feeds;
  return `:root:lang(${language})::before{content:${cssString(`${title}\n${explanation}`)}}\n`;
}

/** CSS Syntax, "Consume a string token": a line break must be escaped. */
function cssString(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\a ')}"`;
}
