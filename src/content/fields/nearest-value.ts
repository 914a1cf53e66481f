import { closest, distance } from 'fastest-levenshtein';

/** Characters. Longer texts are not typing errors, and take long to compare. */
const longest = 200;

/**
 * The known name that a wrong one was probably meant to be, as it is written there: a third of it may
 * differ, or two letters be in each other's place. Upper and lower case count as the same.
 */
export function nearestValue(wrong: string, known: readonly string[]): string | undefined {
  const name = toCompare(wrong);
  if (known.length === 0 || name.length > longest) return undefined;
  const forms = known.map(toCompare);
  const near = closest(name, forms);
  const steps = distance(name, near);
  const isNear = steps <= Math.max(1, name.length / 3) && steps < name.length;
  return isNear || isSwapped(name, near) ? known[forms.indexOf(near)] : undefined;
}

function toCompare(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** `nmae` for `name`: the same letters, two of them in each other's place. */
function isSwapped(name: string, meant: string): boolean {
  const letters = (text: string) => [...text].sort().join('');
  return distance(name, meant) === 2 && letters(name) === letters(meant);
}

/** What to write in place of a wrong value, as the cure of a problem. */
export function meantBy(wrong: unknown, known: readonly string[]): { readonly cure?: string } {
  const near = typeof wrong === 'string' ? nearestValue(wrong, known) : undefined;
  return near === undefined ? {} : { cure: `did you mean \`${near}\`?` };
}
