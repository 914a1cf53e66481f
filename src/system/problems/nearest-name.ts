import { closest, distance } from 'fastest-levenshtein';

/** Characters. A longer text is not a typing error, and takes long to compare. */
const maxLength = 200;

/** A suggestion from a longer list would be slow. */
const maxNames = 2000;

/**
 * The known name that a wrong one was probably meant to be, as written in `known`. Up to a third of
 * the name may differ, or two letters may be swapped. Case is ignored.
 */
export function nearestName(wrong: string, known: readonly string[]): string | undefined {
  const name = toCompare(wrong);
  if (known.length === 0 || known.length > maxNames || name.length > maxLength)
    return undefined;
  const forms = known.map(toCompare);
  const near = closest(name, forms);
  const edits = distance(name, near);
  const isNear = edits <= Math.max(1, name.length / 3) && edits < name.length;
  return isNear || isSwapped(name, near) ? known[forms.indexOf(near)] : undefined;
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
