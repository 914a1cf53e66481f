import { readFile } from 'node:fs/promises';
import type { Renderer } from '@takumi-rs/core';
import { findPackage } from '../../../system/cache/find-package.ts';
import { type FontFamily, familiesFor } from './font-families.ts';
import { charactersOf, type FontSlice, isInRanges, slicesOf, toRanges } from './font-slices.ts';

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

/** The fonts of cards, which a renderer loads as texts need them. */
export interface CardFonts {
  /**
   * Loads the fonts for texts. Gives the letters that no font has, in order, each with its combining
   * accents.
   *
   * @throws {MissingFonts} where another font would be used than with all packages
   */
  readonly provide: (texts: readonly SetText[]) => Promise<string[]>;
}

/**
 * Creates the fonts of cards for a renderer. A headline needs a few slices out of a
 * hundred. The slice for a character depends on the text only, not on earlier texts.
 */
export function createCardFonts(renderer: Renderer): CardFonts {
  const slices = new Map<FontFamily, readonly FontSlice[]>();
  const characters = new Map<FontSlice, ReadonlySet<number>>();
  const registered = new Map<FontSlice, Promise<unknown>>();
  /** The slices for each letter, by language and style; undefined where no font has it. */
  const known = new Map<string, Map<string, readonly FontSlice[] | MissingFonts | undefined>>();
  return { provide };

  async function provide(texts: readonly SetText[]): Promise<string[]> {
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
    for (const slice of needed) await register(slice);
    return [...missing];
  }

  function slicesFor(
    letter: string,
    families: readonly FontFamily[],
  ): readonly FontSlice[] | MissingFonts | undefined {
    const codes = [...letter]
      .filter((character) => !unseen.test(character))
      .map((character) => character.codePointAt(0) ?? 0);
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
    return isInRanges(slice.claimed, code) && has(slice).has(code);
  }

  function has(slice: FontSlice): ReadonlySet<number> {
    return remember(characters, slice, () => charactersOf(slice));
  }

  function register(slice: FontSlice): Promise<unknown> {
    return remember(registered, slice, async () => {
      const { family, path, weight } = slice;
      const data = await readFile(path);
      const unicodeRange = toRanges(has(slice));
      const weighted = weight === undefined ? {} : { weight };
      await renderer.registerFont({ name: family, data, ...weighted, unicodeRange });
    });
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

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** The names of families in CSS syntax. */
export function fontFamily(language: string, style: SetText['style']): string {
  return familiesFor(language, style)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}
