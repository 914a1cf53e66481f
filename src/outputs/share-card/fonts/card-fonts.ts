import { readFile } from 'node:fs/promises';
import type { Renderer } from '@takumi-rs/core';
import { charactersOf } from './characters-of.ts';
import { createLetterFinder, remember, type SetText } from './find-letters.ts';
import { familiesFor } from './font-families.ts';
import { type FontSlice, toRanges } from './font-slices.ts';

/** The fonts of cards, which a renderer loads as texts need them. */
export interface CardFonts {
  /**
   * Loads the fonts for texts. Gives the letters that no font has, in order, each with its combining
   * accents.
   *
   * @throws {MissingFonts} where another font would be used than with all packages
   */
  readonly provide: (texts: readonly SetText[]) => Promise<readonly string[]>;
}

/**
 * Creates the fonts of cards for a renderer. A headline needs a few slices out of a
 * hundred. The slice for a character depends on the text only, not on earlier texts.
 */
export function createCardFonts(renderer: Renderer): CardFonts {
  const registered = new Map<FontSlice, Promise<unknown>>();
  const find = createLetterFinder(charactersOf);
  return {
    provide: async (texts) => {
      const { slices, missing } = find(texts);
      for (const slice of slices) await register(slice);
      return missing;
    },
  };

  function register(slice: FontSlice): Promise<unknown> {
    return remember(registered, slice, async () => {
      const { family, path, weight } = slice;
      const data = await readFile(path);
      const unicodeRange = toRanges(charactersOf(slice));
      const weighted = weight === undefined ? {} : { weight };
      await renderer.registerFont({ name: family, data, ...weighted, unicodeRange });
    });
  }
}

/** The names of families in CSS syntax. */
export function fontFamily(language: string, style: SetText['style']): string {
  return familiesFor(language, style)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}
