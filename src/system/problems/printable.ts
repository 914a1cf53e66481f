/**
 * Characters that control the output instead of being printed: controls other than tab and line
 * feed, direction marks, line separators, tags. File names and fields may contain them, and a
 * terminal would obey.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Escapes control characters as `\u001b`, which JSON can read as well. */
export function toPrintable(text: string): string {
  return text.replace(unseen, escaped);
}

/** Escapes control characters, line feeds and tabs. */
export function toPrintableLine(text: string): string {
  return toPrintable(text).replace(/[\n\t]/gu, (character) =>
    character === '\n' ? '\\n' : '\\t',
  );
}

function escaped(character: string): string {
  let text = '';
  for (let at = 0; at < character.length; at += 1)
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return text;
}
