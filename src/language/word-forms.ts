import type { PluralForms } from './plural.ts';
import type { Words } from './words.ts';

/** What a word of the interface consists of. */
export type WordForm =
  | { readonly kind: 'text'; readonly text: string; readonly slots: readonly string[] }
  | { readonly kind: 'plural'; readonly texts: PluralForms };

/** The slots of a sentence: `Page {number}` has `number`. */
export const slotPattern = /\{([^{}]*)\}/gu;

/** All words of a language with their dotted paths, such as `article.byline`, in their order. */
export function wordForms({
  language: _,
  ...groups
}: Words): { readonly path: string; readonly form: WordForm }[] {
  return formsIn(groups, []);
}

function formsIn(
  group: object,
  above: readonly string[],
): { readonly path: string; readonly form: WordForm }[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const path = [...above, name].join('.');
    if (typeof value === 'string') {
      const slots = [...value.matchAll(slotPattern)].map(([, slot = '']) => slot);
      return [{ path, form: { kind: 'text' as const, text: value, slots } }];
    }
    // No group has a word of this name.
    if ('other' in value) return [{ path, form: { kind: 'plural' as const, texts: value } }];
    return formsIn(value, [...above, name]);
  });
}
