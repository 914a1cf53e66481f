import { invisible } from '../markdown/characters.ts';

/** Invisible characters other than the ordinary space, with their names. */
const names: Readonly<Record<string, string>> = {
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u034f': 'combining grapheme joiner',
  '\u061c': 'Arabic letter mark',
  '\u115f': 'Hangul filler',
  '\u1160': 'Hangul filler',
  '\u180e': 'Mongolian vowel separator',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u2028': 'line separator',
  '\u2029': 'paragraph separator',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\u2800': 'empty Braille pattern',
  '\u3000': 'ideographic space',
  '\u3164': 'Hangul filler',
  '\ufeff': 'byte order mark',
  '\uffa0': 'Hangul filler',
};

/** Combining marks and the replacement character. */
const meaningless = /[\p{M}\uFFFD]/u;

/** Whether a text has no visible character. */
export function isBlank(text: string): boolean {
  return [...text].every(
    (character) => invisible.test(character) || meaningless.test(character),
  );
}

/** Names what a blank, non-empty text consists of. */
export function nameBlank(text: string): string {
  const hidden = findInvisible(text);
  if (hidden) return `${nameCharacter(hidden.character)}, which nobody sees`;
  const first = String.fromCodePoint(text.trim().codePointAt(0) ?? 0x20);
  return first === '\uFFFD'
    ? 'U+FFFD, the replacement for unreadable characters'
    : `${nameCharacter(first)}, an accent without a letter`;
}

/** The first invisible character of a line other than space and tab. */
export function findInvisible(
  line: string,
): { readonly index: number; readonly character: string } | undefined {
  for (const { 0: character, index } of line.matchAll(/./gsu))
    if (!/[ \t\n]/u.test(character) && invisible.test(character)) return { index, character };
  return undefined;
}

/** `U+00A0 (no-break space)` */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = names[character];
  return name === undefined ? `U+${code}` : `U+${code} (${name})`;
}

/** The cure for an invisible character between fields. */
export function cureOfInvisible(character: string): string {
  return /\p{Z}/u.test(character) ? 'write an ordinary space in its place' : 'remove it';
}

/** Removes invisible characters. */
export function withoutInvisible(text: string): string {
  return [...text].filter((character) => !invisible.test(character)).join('');
}
