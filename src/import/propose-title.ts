/** Maximum length of a headline made from a sentence. */
const maxLength = 80;

const dangling =
  /(?:[\s,;:–—-]+(?:a|an|and|as|at|but|by|for|from|has|have|in|into|is|its|of|on|or|that|the|their|to|was|were|which|who|with)?)+$/iu;

/**
 * A sentence of a minimum length; a character of an East Asian script counts as about three
 * letters. After a full stop, a script without capitals may continue with any letter.
 */
const firstSentence =
  /^(?:(?=.{0,8}[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]).{7,}?|.{20,}?)(?:[。！？][」』”’）]?|[.!?؟۔][”’"'»)]?(?=\s+["“‘'«「『(]?[\p{Lu}\p{Lo}\p{N}]|\s*$))/u;

/** The first sentence of a text, cut between words if it is too long for a headline. */
export function proposeTitle(whole: string): string {
  const text = whole.slice(0, 1000).toWellFormed();
  const sentence = (firstSentence.exec(text)?.[0] ?? text).replace(/[.。۔]$/u, '');
  if (sentence.length <= maxLength) return sentence.trim();
  const cut = sentence.slice(0, maxLength + 1);
  const space = cut.search(/\s\S*$/u);
  const words = (
    space > maxLength / 3 ? cut.slice(0, space) : cut.slice(0, maxLength)
  ).toWellFormed();
  return `${words.replace(dangling, '')}…`;
}
