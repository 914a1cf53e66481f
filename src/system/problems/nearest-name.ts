import { closest, distance } from 'fastest-levenshtein';

/** Characters. A longer text is not a typing error, and takes long to compare. */
const maxLength = 200;

/** A suggestion from a longer list would be slow. */
const maxNames = 2000;

/** Whether there are few enough names for `nearestName` to compare. */
export function hasNearest(known: readonly string[]): boolean {
  return known.length <= maxNames;
}

/**
 * The known name that a wrong one was probably meant to be, as written in `known`. Up to a third of
 * the name may differ, or two letters may be swapped. Case is ignored.
 */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  const name = toCompare(wrong);
  if (known.length === 0 || !hasNearest(known) || name.length > maxLength) return undefined;
  const forms = known.map(toCompare);
  const near = closest(name, forms);
  const edits = distance(name, near);
  const isNear = edits <= Math.max(1, name.length / 3) && edits < name.length;
  return isNear || isSwapped(name, near) ? known[forms.indexOf(near)] : undefined;
}

/** A shorter name with one other letter is usually another name. */
const minLetters = 6;

/** In these scripts one other character usually makes another name. */
const dense = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The known name of a person that is almost certainly meant by another spelling: it differs in
 * accents, punctuation or spaces only, or in one letter, or two letters are swapped. Stricter than
 * `nearestName`, since people have similar names.
 */
export function nearestSpelling(written: string, known: readonly string[]): string | undefined {
  if (written.length > maxLength || known.length > maxNames) return undefined;
  const name = toLetters(written);
  return known.find((other) => {
    const letters = toLetters(other);
    if (name === letters) return true;
    if (Math.abs(name.length - letters.length) > 1) return false;
    if (name.length < minLetters || letters.length < minLetters || dense.test(name))
      return false;
    return distance(name, letters) === 1 || isSwapped(name, letters);
  });
}

/** The letters of a name, without the accents of Latin, Greek and Cyrillic, and Arabic vowels. */
function toLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652]|[^\p{L}\p{M}\p{N}]/gu, '')
    .toLowerCase()
    .normalize('NFC');
}

function toCompare(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** `nmae` for `name`: the same letters with two of them swapped. */
function isSwapped(name: string, meant: string): boolean {
  const letters = (text: string) => [...text].sort().join('');
  return distance(name, meant) === 2 && letters(name) === letters(meant);
}

/** The cure `did you mean …?` for a wrong value; empty where no known name is near. */
export function suggestName(
  wrong: unknown,
  known: readonly string[],
): { readonly cure?: string } {
  const near = typeof wrong === 'string' ? nearestName(wrong, known) : undefined;
  return near === undefined ? {} : { cure: `did you mean \`${near}\`?` };
}
