import { searchForms } from '../language/search-forms.ts';

/**
 * The forms by which the words of texts are found besides themselves, each once and in order. Texts
 * may be HTML: what is between `<` and `>` is passed over, and parts a word as a space does.
 */
export function formList(texts: readonly string[], language: string): string[] {
  const words = new Set(
    texts.flatMap(
      (text) => text.replace(/<[^>]*>/gu, ' ').match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [],
    ),
  );
  const forms = new Set([...words].flatMap((word) => searchForms(word, language)));
  return [...forms].filter((form) => !words.has(form)).sort();
}
