import { wordsFor } from '../../language/words-for.ts';

/** CSS that says above a feed what it is, in the language of the feed. */
export function formatFeedWords(languages: readonly string[]): string {
  return languages
    .map((language) => {
      const { title, explanation } = wordsFor(language).words.feeds;
      return `:root:lang(${language})::before{content:${quote(`${title}\n${explanation}`)}}\n`;
    })
    .join('');
}

/** CSS Syntax, "Consume a string token": a line end is an escape. */
function quote(text: string): string {
  return `"${text.replace(/["\\]/gu, '\\$&').replaceAll('\n', '\\a ')}"`;
}
