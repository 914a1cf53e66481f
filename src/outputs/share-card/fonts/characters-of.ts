import { openSync } from 'fontkit';
import { type FontSlice, isInRanges } from './font-slices.ts';

/** By the paths of slices. */
const known = new Map<string, ReadonlySet<number>>();

/**
 * The characters of a slice that its font has. The ranges of fontsource are those of a script in
 * Google's lists, and also name characters that the font lacks.
 */
export function charactersOf({ path, claimed }: FontSlice): ReadonlySet<number> {
  const found = known.get(path) ?? readCharacters(path, claimed);
  known.set(path, found);
  return found;
}

function readCharacters(path: string, claimed: FontSlice['claimed']): Set<number> {
  const font = openSync(path);
  if (!('characterSet' in font)) throw new Error(`${path} is a collection of fonts`);
  return new Set(font.characterSet.filter((code) => isInRanges(claimed, code)));
}
