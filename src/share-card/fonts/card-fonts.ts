import { readFile } from 'node:fs/promises';
import type { Renderer } from '@takumi-rs/core';
import { type FontFamily, familiesFor } from './font-families.ts';
import { charactersOf, type FontSlice, isWithin, slicesOf, toRanges } from './font-slices.ts';

/** What no font need have: characters that are never seen, spaces, choices of a variant. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cf}\p{Cc}]/u;

/** A text and how it is set. */
export interface SetText {
  readonly text: string;
  readonly language: string;
  readonly style: 'display' | 'text';
}

/** The fonts of the cards, given to a renderer as texts need them. */
export interface CardFonts {
  /** Makes the fonts of texts ready; gives the characters that none of them has, in order. */
  readonly provide: (texts: readonly SetText[]) => Promise<string[]>;
}

/**
 * Fonts of the project at `root` for a renderer: a headline takes a few slices of a hundred. Which
 * slice serves a character depends on the text alone, not on what was set before.
 */
export function createCardFonts(renderer: Renderer, root: string): CardFonts {
  const slices = new Map<FontFamily, readonly FontSlice[]>();
  const characters = new Map<FontSlice, ReadonlySet<number>>();
  const registered = new Map<FontSlice, Promise<unknown>>();
  return { provide };

  async function provide(texts: readonly SetText[]): Promise<string[]> {
    const missing = new Set<string>();
    for (const { text, language, style } of texts) {
      const families = familiesFor(language, style);
      for (const character of new Set(text)) {
        if (unseen.test(character)) continue;
        const serving = find(character.codePointAt(0) ?? 0, families);
        if (serving.length === 0) missing.add(character);
        for (const slice of serving) await register(slice);
      }
    }
    return [...missing];
  }

  /** Slices of the first family that has the character: one, or all its cuts. */
  function find(code: number, families: readonly FontFamily[]): readonly FontSlice[] {
    for (const family of families) {
      const own = remember(slices, family, () => slicesOf(family, root));
      const serving = own.filter(
        (slice) => isWithin(slice.claimed, code) && has(slice).has(code),
      );
      if (serving.length > 0) return family.whole ? own : serving;
    }
    return [];
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

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}

/** Names of families as CSS has them. */
export function fontFamily(language: string, style: SetText['style']): string {
  return familiesFor(language, style)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}
