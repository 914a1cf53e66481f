import { findPackage } from '../../../system/cache/find-package.ts';
import { type FontFamily, familiesFor } from './font-families.ts';
import { type FontSlice, isInRanges, slicesOf } from './font-slices.ts';

/** Characters that no font needs: invisible ones, spaces, variation selectors. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cf}\p{Cc}]/u;

const graphemes = new Intl.Segmenter();

/** A text and its style. */
export interface SetText {
  readonly text: string;
  readonly language: string;
  readonly style: 'display' | 'text';
}

/** Texts need fonts that are not installed. */
export class MissingFonts extends Error {
  override readonly name = 'MissingFonts';
  readonly packages: readonly string[];

  constructor(packages: readonly string[]) {
    super(`the packages ${packages.join(', ')} are not installed`);
    this.packages = packages;
  }
}

/** The fonts for texts, and the letters that no font has, in order, each with its combining accents. */
export interface FoundLetters {
  readonly slices: ReadonlySet<FontSlice>;
  readonly missing: readonly string[];
}

/**
 * Creates a function that finds the fonts for texts.
 *
 * @param charactersOf gives the characters that the font of a slice has
 * @returns a function that throws `MissingFonts` where another font would be used than with all packages
 */
export function createLetterFinder(
  charactersOf: (slice: FontSlice) => ReadonlySet<number>,
): (texts: readonly SetText[]) => FoundLetters {
  const slices = new Map<FontFamily, readonly FontSlice[]>();
  /** The slices for each letter, by language and style; undefined where no font has it. */
  const known = new Map<string, Map<string, readonly FontSlice[] | MissingFonts | undefined>>();

  return (texts) => {
    const missing = new Set<string>();
    const needed = new Set<FontSlice>();
    const packages = new Set<string>();
    for (const { text, language, style } of texts) {
      const families = familiesFor(language, style);
      const served = remember(known, `${language} ${style}`, () => new Map());
      for (const letter of lettersOf(text)) {
        if (!served.has(letter)) served.set(letter, slicesFor(letter, families));
        const slices = served.get(letter);
        if (slices === undefined) missing.add(letter);
        else if (slices instanceof MissingFonts)
          for (const name of slices.packages) packages.add(name);
        else for (const slice of slices) needed.add(slice);
      }
    }
    if (packages.size > 0) throw new MissingFonts([...packages]);
    return { slices: needed, missing: [...missing] };
  };

  function slicesFor(
    letter: string,
    families: readonly FontFamily[],
  ): readonly FontSlice[] | MissingFonts | undefined {
    const codes = codesOf(letter);
    if (codes.length === 0) return [];
    const found = find(codes, families);
    return found instanceof MissingFonts || found.length > 0 ? found : undefined;
  }

  /** The slices of the first family that has all characters of a letter in one of them. */
  function find(
    codes: readonly number[],
    families: readonly FontFamily[],
  ): readonly FontSlice[] | MissingFonts {
    for (const [place, family] of families.entries()) {
      if (isMissing(family)) {
        // The first family is for all text of its language.
        const isNeeded = place === 0 || family.letters?.test(String.fromCodePoint(...codes));
        if (isNeeded) return new MissingFonts([family.package ?? '']);
        continue;
      }
      const own = remember(slices, family, () => slicesOf(family));
      const serves = (slice: FontSlice) => codes.every((code) => serving(slice, code));
      if (family.whole && codes.every((code) => own.some((slice) => serving(slice, code))))
        return own;
      const found = own.filter(serves);
      if (found.length > 0) return found;
    }
    return [];
  }

  function serving(slice: FontSlice, code: number): boolean {
    return isInRanges(slice.claimed, code) && charactersOf(slice).has(code);
  }
}

/**
 * Creates a function that says whether installed fonts claim all letters of a text. They have nearly all
 * letters that they claim. It opens no font: `createLetterFinder` takes a hundred times as long.
 */
export function createClaimCheck(): (text: SetText) => boolean {
  const slices = new Map<FontFamily, readonly FontSlice[]>();
  const known = new Map<string, Map<string, boolean>>();

  return ({ text, language, style }) => {
    const families = familiesFor(language, style);
    const served = remember(known, `${language} ${style}`, () => new Map());
    for (const letter of lettersOf(text))
      if (!remember(served, letter, () => isClaimed(codesOf(letter), families))) return false;
    return true;
  };

  function isClaimed(codes: readonly number[], families: readonly FontFamily[]): boolean {
    for (const family of families) {
      if (isMissing(family)) return codes.length === 0;
      // Files of our own do not say which characters they are for.
      if (family.files) continue;
      const own = remember(slices, family, () => slicesOf(family));
      if (own.some(({ claimed }) => codes.every((code) => isInRanges(claimed, code))))
        return true;
    }
    return false;
  }
}

/** Whether the package of a family is optional, and not installed. */
function isMissing({ letters, package: name = '' }: FontFamily): boolean {
  return letters !== undefined && findPackage(name) === undefined;
}

/** Splits a text into graphemes. In ASCII without line ends, each character is one. */
function lettersOf(text: string): Iterable<string> {
  if (/^[ -~]*$/u.test(text)) return text;
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** The code points of a letter that a font must have. */
function codesOf(letter: string): number[] {
  return [...letter]
    .filter((character) => !unseen.test(character))
    .map((character) => character.codePointAt(0) ?? 0);
}

export function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
