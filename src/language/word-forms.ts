import type { PluralForms } from './plural.ts';
import type { Words } from './words.ts';

/** What a word of the interface consists of. */
export type WordForm =
  | { readonly kind: 'text'; readonly text: string; readonly slots: readonly string[] }
  | { readonly kind: 'plural'; readonly texts: PluralForms };

/** The slots of a sentence: `Page {number}` has `number`. */
export const slotPattern = /\{([^{}]*)\}/gu;

/** The form of a word; undefined for a group of words. */
export function toWordForm(word: string | object): WordForm | undefined {
  if (typeof word === 'string') {
    const slots = [...word.matchAll(slotPattern)].map(([, slot = '']) => slot);
    return { kind: 'text', text: word, slots };
  }
  // No group has a word of this name.
  return 'other' in word ? { kind: 'plural', texts: word as PluralForms } : undefined;
}

/** The groups of words of a language. */
export function groupsOf({ language: _, ...groups }: Words): Omit<Words, 'language'> {
  return groups;
}

/** All words of a language with their dotted paths, such as `article.byline`, in their order. */
export function wordForms(words: Words): { readonly path: string; readonly form: WordForm }[] {
  return formsIn(groupsOf(words), []);
}

function formsIn(
  group: object,
  above: readonly string[],
): { readonly path: string; readonly form: WordForm }[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const path = [...above, name];
    const form = toWordForm(value);
    return form === undefined ? formsIn(value, path) : [{ path: path.join('.'), form }];
  });
}
